import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enThresholds} from "./en-thresholds.ts";

/** What the threshold finder says. */
export const trThresholds = (f: Format): Pick<Messages, keyof ReturnType<typeof enThresholds>> => ({
  thresholdsTitle: "Eşikler",
  thresholdsPlain: "Müşterinin kaçıncı siparişten sonra kaldığını söylemek için sipariş henüz az.",
  thresholdsLead: (loyalOrders) =>
    `Eşik, davranışın değiştiği yere konmalı. Sonraki sipariş eğrisi ${loyalOrders} siparişin müdavim edip etmediğini, alttaki tablo bu ayın skorlarının nerede kestiğini, son bölüm başka yenilik sınırlarının segmentleri nasıl değiştireceğini gösterir.`,
  thresholdsTooFew: "Müşteri sayısı, gizlilik sınırının gösterilmesine izin verdiğinden az.",
  thresholdsWindow: (months) => `Son ${months} ayda`,
  thresholdsEver: "Bugüne kadar",

  orderHistogramTitle: (once, months) => `Son ${months} ayda bir kez sipariş verenler: ${f.percent(once)}`,
  orderHistogramNone: "Müşteri başına sipariş",
  orderHistogramSubtitle: (months) => `Son ${months} aydaki ve bugüne kadarki sipariş sayısına göre müşteriler`,
  orderHistogramKey:
    "Çubuklar ve sayılar: skorların baktığı pencere. Çizgiler: bugüne kadarki bütün siparişler. +: o kadar veya daha fazla.",

  nextOrderTitle: (first, orders, regular) =>
    orders === 1
      ? `Birinci siparişten sonra yeniden sipariş verenler: ${f.percent(first)}.`
      : `Yeniden sipariş verenler 1. siparişten sonra ${f.percent(first)}, ${orders}. siparişten sonra ${f.percent(regular)}.`,
  nextOrderStopped: (stopped, all) =>
    `${f.integer(all)} müşteriden ${f.integer(stopped)} kişi ilk siparişten sonra dönmedi`,
  nextOrderNone: "Sonraki sipariş",
  nextOrderSubtitle: "n sipariş veren müşterilerden bir sipariş daha verenlerin payı, bugüne kadarki bütün siparişler",
  nextOrderNote: (orders) =>
    `Renkli nokta ${orders}. sipariş: yaşam evresi bundan sonrasını sadık sayar. İlk siparişini geçen hafta verenin dönmek için daha zamanı var; bu yüzden her pay bir alt sınırdır.`,
  nextOrderReached: "Buna ulaşan",
  nextOrderAgain: "Yeniden sipariş",

  scoreEdgesTitle: "Bu ayın skorları temiz kesiyor",
  scoreEdgesWarning: (n) => `Bu ayın skorları için ${f.integer(n)} uyarı`,
  scoreEdgesSubtitle: "Her skor için onu kazandıran değer ve o skordaki müşteriler",
  edgeMeasure: "Ölçü",
  edgeScore: (score) => `Skor ${score}`,
  edgeDays: (days) => `en çok ${f.integer(days)} gün`,
  edgeOrders: (orders) => `en az ${f.integer(orders)} sipariş`,
  edgeMoney: (money) => `en az ${money}`,
  edgeRest: "kalanlar",
  measureNames: {recency: "Yenilik", frequency: "Sıklık", monetary: "Tutar"},
  edgeMissing: (measure, score) => `${measure}: kimsenin skoru ${score} değil, çünkü alabilecek herkes aynı değerde.`,
  edgeTie: (measure, score, people, share) =>
    `${measure}: ${f.integer(people)} müşteri (${f.percent(share)}) aynı değerde ve skoru ${score}; payları beşte biri aşıp indikçe hepsinin skoru birlikte değişir.`,

  whatIfTitle: (segments, now, then, edges) =>
    `${segments.join(" ve ")}: şimdi ${f.integer(now)}, ${edges} sınırlarıyla ${f.integer(then)} müşteri`,
  whatIfSubtitle:
    "Yenilik başka sınırlarla skorlansaydı segmentlerdeki müşteriler (5, 4, 3 ve 2 skoru için en çok gün)",
  whatIfNone: "Başka yenilik sınırları",
  whatIfShares: "Bu mağaza yeniliği güne göre değil, havuzdaki paya göre skorluyor; oynatılacak bir sınır yok.",
  whatIfNow: (edges) => `Şimdi: ${edges}`,
  whatIfOther: (edges) => edges,
  whatIfNote: "Sıklık ve tutar olduğu gibi kalır. Geçerli sınırlar yapılandırmada bir seçenektir: rfm.recencyDays.",
  finderTitle: "Başka sınırlar deneyin",
  finderAbout: "Bir sınırı kaydırın, kimin segment değiştirdiğini görün. Hiçbir şey kaydedilmez.",
  finderScore: (score) => `Skor ${score}, en çok`,
  finderDays: "# gün",
  finderReset: "Geçerli sınırlara dön",
  finderNow: "Şimdi",
  finderTrial: "Yeni",
  diffTitle: (name, moved, all) =>
    `“${name}”: ${f.integer(all)} müşteriden ${f.integer(moved)} kişi (${f.percent(moved / all)}) başka yerde olurdu`,
  diffOtherMap: (name, all, states) => `“${name}”: aynı ${f.integer(all)} müşteri ${f.integer(states)} grupta`,
  diffSubtitle: "En yeni ayın müşterileri, şimdiki ve öbür tanıma göre segmentleriyle",
  diffCorner: "Aşağıya şimdi, yana öbürü",
  diffNone: "Başka bir tanımla karşılaştırın",
  diffHow:
    "Yapılandırmada seçenek olarak yazılan tanım aynı aya uygulanır ve burada kimin başka segmentte olacağı görünür:",
  diffExample: '{name: "İki yıl", rfm: {windowMonths: 24}}',
});
