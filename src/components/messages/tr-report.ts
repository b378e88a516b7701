import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enReport} from "./en-report.ts";
import {either} from "./turkish-lists.ts";

/** What the monthly report says. */
export const trReport = (f: Format): Pick<Messages, keyof ReturnType<typeof enReport>> => ({
  reportKicker: "Segment geçişleri",
  reportTitle: (month) => `Segment geçişleri, ${f.month(month)}`,
  previousMonth: (month) => `← ${f.month(month)}`,
  nextMonth: (month) => `${f.month(month)} →`,
  monthNavigation: "Diğer aylar",

  headline: (d) => {
    const route = `${either(d.from, "ablative")} ${either(d.to, "dative")}`;
    const subject = d.count === 0 ? "Hiçbir müşteri" : `${f.integer(d.count)} müşteri`;
    const verb = d.count === 0 ? "kaymadı" : "kaydı";
    const soFar = d.isPartial ? "Bu ay şimdiye kadar " : "";
    const against =
      d.difference === null || d.count === 0
        ? ""
        : d.difference === 0
          ? "; her zamanki kadar"
          : `; her zamankinden ${f.integer(Math.abs(d.difference))} ${d.difference > 0 ? "fazla" : "az"}`;
    return `${soFar}${soFar && d.count === 0 ? "hiçbir müşteri" : subject} ${route} ${verb}${against}.`;
  },
  headlineFirst: "Verinin ilk ayı: henüz kimse kaymış olamaz.",
  headlineStake: (money, windowMonths) =>
    windowMonths === 12
      ? `Yılda ${f.compactMoney(money)} ciro risk altında.`
      : `${windowMonths} aylık ${f.compactMoney(money)} ciro risk altında.`,
  usualIs: (usual) => `Her zamanki düzey ayda ${f.integer(usual)} (önceki altı ayın ortalaması).`,
  usualWhenPartial: (usual) =>
    `Tam bir ayda genellikle ${f.integer(usual)} müşteri kayar; bu ay bitmediği için ikisi karşılaştırılmadı.`,
  noUsual: "Neyin olağan olduğunu söylemeye geçmiş yetmiyor: bunun için altı tam ay gerekir.",
  warmingUpMonth: (first, windowMonths, within) =>
    `Veri ${withCase(f.month(first), "locative")} başlıyor: bu ayın geriye dönük ${windowMonths} ayı ya da ondan önceki ${within} ay eksik. Rakamlar ilk izlenim olarak okunmalı.`,
  shareOfBase: (share, base, from, within) =>
    `Kayanlar, önceki ${within} ayda ${either(from)} olan ${f.integer(base)} müşterinin ${withCase(f.percent(share), "possessive")}.`,
  commonPath: (path, customers) => `En çok izlenen yol ${path}: ${f.integer(customers)} müşteri.`,
  segmentNow: (label, now, change, previous) =>
    change === 0
      ? `${label} ${withCase(f.monthName(previous), "dative")} göre değişmedi: ${f.integer(now)} müşteri.`
      : `${label} ${f.integer(Math.abs(change))} müşteri ${change > 0 ? "arttı" : "azaldı"}; şimdi ${f.integer(now)}.`,
  excluded: (n) =>
    n === 0
      ? "Ölçek değiştiği için dışarıda bırakılan müşteri yok."
      : `Sayılmayanlar: davranışı değil yalnızca ölçek değiştiği için segmenti değişen ${f.integer(n)} müşteri daha var.`,

  figureCustomers: (windowMonths) => `Müşteri, son ${windowMonths} ay`,
  figureSlides: "Kayan",
  figureWonBack: "Geri kazanılan",
  figureNetRevenue: "Net ciro, bu ay",
  onMonth: (change, month) => `${withCase(f.monthName(month), "dative")} göre ${change}`,
  soFarAgainst: (value, month) => `${f.monthName(month)} toplamı ${value}`,
  firstMonth: "İlk ay",
  sparklineLabel: (from, to, n) => `${n} ay: ${from} ile başlıyor, ${to} ile bitiyor`,

  trendTitle: {
    warmingUp: "Eğilim için henüz erken",
    partial: (count) => `Bu ay şimdiye kadar ${f.integer(count)} müşteri kaydı`,
    highest: (months) => `Son ${months} ayın en yüksek sayısı`,
    lowest: (months) => `Son ${months} ayın en düşük sayısı`,
    above: (streak) =>
      streak > 1 ? `Kayanlar üst üste ${streak} aydır olağanın üstünde` : "Kayanlar her zamankinden fazla",
    below: (streak) =>
      streak > 1 ? `Kayanlar üst üste ${streak} aydır olağanın altında` : "Kayanlar her zamankinden az",
    usual: "Kayanlar her zamanki kadar",
    plain: (count) => `${f.integer(count)} müşteri kaydı`,
  },
  trendSubtitle: (from, to) => `Her ay ${either(from, "ablative")} ${either(to, "dative")} kayan müşteri sayısı`,
  trendAlt: (month, count, usual, low, high) =>
    `Aylık çubuklar. ${f.month(month)}: ${f.integer(count)}${usual === null ? "" : `, her zamanki ${f.integer(usual)}`}. Gösterilen aylarda en az ${f.integer(low)}, en çok ${f.integer(high)}.`,
  usual: "Her zamanki",
  usualTick: "her zamanki (önceki 6 ayın ortalaması)",
  hatched: "bitmemiş ay veya yetersiz geçmiş",
  thresholdsColumn: "Dışarıda: ölçek değişti",
  baseColumn: "Kayabilecek olan",
  atStake: "Risk altındaki ciro",

  pathsTitle: (path, share) => `Kayanların ${withCase(f.percent(share), "possessive")} şu yolu izledi: ${path}`,
  pathsNone: "Bu ay kayan yok",
  pathsSubtitle: "Son olarak orada göründüklerinden beri izledikleri yol, müşteri",
  path: "Yol",
  otherPaths: (n) => `${f.integer(n)} başka yol`,

  flowTitle: (d) =>
    `${f.integer(d.down)} müşteri geriledi veya ayrıldı, ${f.integer(d.up)} yükseldi, ${f.integer(d.joined)} katıldı`,
  flowSubtitle: (from, to) =>
    `Segmentlere göre müşteriler: ${f.monthName(from)} sonu (solda), ${f.monthName(to)} sonu (sağda)`,
  flowAlt: (d) =>
    `İki sütun segment arasında akış. ${f.integer(d.stayed)} müşteri yerinde kaldı, ${f.integer(d.down)} geriledi veya ayrıldı, ${f.integer(d.up)} yükseldi, ${f.integer(d.joined)} katıldı. En büyük hareket: ${d.top}.`,
  flowStay: "yerinde kaldı",
  flowGain: "yükseldi",
  flowSlip: "geriledi",
  flowRisk: "riske düştü veya ayrıldı",
  flowJoin: "katıldı",
  flowHidden: (n, limit) =>
    `${limit} müşteriden küçük akışlar (toplam ${f.integer(n)} müşteri) çizilmedi; matriste var.`,
  flowNew: "Yeni",
  flowReturned: "Geri dönen",
  flowLeft: "Ayrılan",
  noPreviousMonth: "Verinin ilk ayı: karşılaştırılacak önceki ay yok.",

  stakeTitle: (move, money) => `En çok ciro şurada yer değiştirdi: ${move}, ${f.compactMoney(money)}`,
  stakeNone: "Daha zayıf bir segmente geçen ciro yok",
  stakeSubtitle: (windowMonths) =>
    `Daha zayıf bir segmente geçenlerin son ${windowMonths} aylık net cirosu; en büyük on hareket`,
  move: "Hareket",

  matrixTitle: (share) => `Müşterilerin ${withCase(f.percent(share), "possessive")} segmentinde kaldı`,
  matrixSubtitle: (from, to) =>
    `Satır: ${f.monthName(from)} sonunda neredeydiler; sütun: ${f.monthName(to)} sonunda neredeler. Müşteri, satırdaki pay, risk altındaki ciro`,
  matrixCaption: (from, to) => `Geçişler, ${f.month(from)} → ${f.month(to)}`,
  matrixCorner: (from, to) => `${f.monthName(from)} ↓ ${f.monthName(to)} →`,
  impossible: "olanaksız",
  impossibleNote: "— eşikler bu hareketi bir ay içinde olanaksız kılıyor; · bu hareketi yapan yok.",
  proofRows: (month, right, of) =>
    `Satır toplamları ${f.monthName(month)} büyüklüklerine eşit ${right === of ? "✓" : "✗"} ${of} satırın ${withCase(String(right), "possessive")}`,
  proofColumns: (month, right, of) =>
    `Sütun toplamları ${f.monthName(month)} büyüklüklerine eşit ${right === of ? "✓" : "✗"} ${of} sütunun ${withCase(String(right), "possessive")}`,
  proofWrong: (state, expected, actual) => `${state}: ${f.integer(expected)} yerine ${f.integer(actual)}`,

  sizesTitle: (label, streak, change, now) =>
    change === 0
      ? `${label} değişmedi: ${f.integer(now)}`
      : streak > 1
        ? `${label} üst üste ${streak} aydır ${change > 0 ? "büyüyor" : "küçülüyor"}`
        : `${label} ${f.integer(Math.abs(change))} ${change > 0 ? "arttı" : "azaldı"}: ${f.integer(now)}`,
  sizesSubtitle: (n) =>
    `Segment başına müşteri, ${n} ay; her biri sıfırdan başlayan kendi ölçeğinde. Değişim: önceki aya göre`,
  sizesAlt: (label, now, low, high) =>
    `${label}: ${f.integer(now)} müşteri; gösterilen aylarda en az ${f.integer(low)}, en çok ${f.integer(high)}.`,

  salesTitle: (d) =>
    d.isPartial
      ? `${f.monthName(d.month)} ayında şimdiye kadar ${f.compactMoney(d.revenue)} net ciro`
      : d.change === null
        ? `Net ciro ${f.compactMoney(d.revenue)}`
        : `Net ciro ${f.compactMoney(d.revenue)}: bir yıl öncesinin ${f.percent(Math.abs(d.change))} ${d.change < 0 ? "altında" : "üstünde"}`,
  salesSubtitle: "Aylık net ciro: indirim, iptal ve iadeler düşüldükten sonra",
  salesTick: "bir yıl önce aynı ay",
  salesAlt: (month, revenue, low, high) =>
    `Aylık çubuklar. ${f.month(month)}: ${f.compactMoney(revenue)}. Gösterilen aylarda en az ${f.compactMoney(low)}, en çok ${f.compactMoney(high)}.`,
  salesIsGross: "Veride iade de iptal de yok; bu yüzden net ciro brüt ciroya eşit.",
  yearBefore: "Bir yıl önce",

  aboutTitle: "Rakamlar hakkında",
  definitionsTitle: "Tanımlar",
  definitions: (d, labels) => [
    [
      "Segment",
      `Son ${d.rfm.windowMonths} aydaki yenilik ve sıklığa göre. Son siparişten beri geçen gün ${d.rfm.recencyDays.join(", ")} günde 5’ten 1’e puanlanır; sipariş sayısı, daha az sipariş verenlerin payına göre.`,
    ],
    [
      "Kayan müşteri",
      `Şimdi ${either(labels.to)}, bir ay önce değil; önceki ${d.slide.withinMonths} ayın en az birinde ${either(labels.from)}. Gün eşikleri bir ay içinde doğrudan geçişi olanaksız kıldığından izlenen yola bakılır.`,
    ],
    ["Her zamanki", "Önceki altı tam ayın ortalaması; geçmişi yetersiz aylar katılmaz."],
    [
      "Risk altındaki ciro",
      `Ayrıldıkları segmentteki son görünümde geriye dönük ${d.rfm.windowMonths} ayın net cirosu. Geçmiş siparişlerin toplamıdır, kayıp tahmini değildir.`,
    ],
    ["Net ciro", "Satır tutarları eksi indirim, iptal ve iade; iade kendi tarihinde sayılır."],
    [
      "Geri kazanılan",
      `Bir ay önce ${either(labels.lost)}, şimdi yakın zamanda alışveriş edenlerin segmentlerinden birinde: yeniden sipariş verdi.`,
    ],
    [
      "Ölçek değişti",
      "Müşterinin değerleri geçen ayın eşikleriyle segment değiştirmezdi; yalnızca diğer müşteriler değişti. Kayanlara sayılmaz.",
    ],
  ],
  sourcesTitle: "Kaynaklar",
  aboutSources: (n) => `${f.integer(n)} kaynak. Her birinden ne geldiği, neyin dışarıda kaldığı, neyin yanlış olduğu:`,
  tablesTitle: "Yayımlanan tablolar",
  aboutTables: (n) => `Her rakam, SQL’iyle birlikte ${f.integer(n)} tablodan birinde:`,
  fingerprint: "Tanım özeti",
  runningHeader: (shop, month) => `${shop} · Segment geçişleri · ${f.month(month)}`,
});
