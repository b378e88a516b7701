import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enRetention} from "./en-retention.ts";

/** What the page of retention says. */
export const trRetention = (f: Format): Pick<Messages, keyof ReturnType<typeof enRetention>> => {
  const percentOf = (share: number) => withCase(f.percent(share), "possessive");
  return {
    retentionTitle: "Elde tutma",
    retentionHeadline: (days, churn) =>
      `${days} gündür alışveriş yapmayanların ${percentOf(churn)} sonraki 90 günde de geri dönmüyor.`,
    retentionPlain: "Bir sessizlikten sonra kimin döndüğünü söylemek için veri henüz kısa.",
    retentionReturned: (days, share) =>
      `Siparişlerin ${percentOf(share)} ${days} gün içinde bir yenisini getiriyor; o gün hâlâ sessiz olan, yazılması gereken müşteri.`,
    retentionSecond: (conversion, median) =>
      `Müşterilerin ${percentOf(conversion)} bugüne kadar ikinci siparişini verdi${median === null ? "" : `; müşterilerin yarısı bunu ${f.integer(median)} gün içinde yapıyor`}.`,
    retentionTooShort: "Bunun için veri henüz kısa.",
    retentionTooFew: "Müşteri sayısı, gizlilik sınırının gösterilmesine izin verdiğinden az.",

    churnTitle: (first, low, last, high) =>
      `90 gün daha dönmeyenler: ${first} gün sessizlikten sonra ${f.percent(low)}, ${last} günden sonra ${f.percent(high)}`,
    churnNone: "Sessizlik ve kayıp",
    churnSubtitle: "Sonraki 90 günde sipariş vermeyenlerin payı, o güne kadar siparişsiz geçen güne göre",
    churnNote:
      "İki sipariş arasındaki her boşluk ve son siparişten sonraki açık boşluk, verinin bitişinden en az 90 gün önce ulaştığı her gün için bir kez sayılır.",
    churnDays: "Siparişsiz gün",
    churnGaps: "Ulaşan boşluk",
    churnSilent: "90 gün daha sessiz",

    ladderTitle: (first, last, share, isOpen) =>
      last === 1
        ? `İlk siparişten sonra yeniden sipariş verenler: ${f.percent(first)}`
        : `Yeniden sipariş verenler ilk siparişten sonra ${f.percent(first)}, ${last}. siparişten${isOpen ? " ve ötesinden" : ""} sonra ${f.percent(share)}`,
    ladderNone: "Siparişten siparişe",
    ladderSubtitle: "Bir siparişe ulaşan müşteriler, sonrakini verenlerin payı ve arada geçen gün",
    ladderStep: "Adım",
    ladderReached: "Ulaşan",
    ladderConversion: "Yeniden sipariş",
    ladderMedian: "Medyan gün, hepsi",
    ladderMedianCompleted: "Dönenlerde",
    ladderInterval: (low, high) => `(${f.integer(low)}–${f.integer(high)})`,
    ladderNote:
      "4+, dördüncüden başlayarak bütün siparişleri sayar. Hepsinin medyanı: henüz dönmeyen, görüldüğü süre kadar sayılır (Kaplan–Meier); parantezde %95 güven aralığı. Dönenlerde: yalnız kapanan boşluklar, bu yüzden gerçekte olduğundan kısadır.",

    cohortTitle: (first, month, last) =>
      `Yeni müşterilerin ${percentOf(first)} ertesi ay, ${percentOf(last)} ${month}. ayda sipariş veriyor`,
    cohortTitleOne: (first) => `Yeni müşterilerin ${percentOf(first)} ertesi ay sipariş veriyor`,
    cohortNone: "Kohortlar",
    cohortSubtitle: "İlk siparişin ayına göre: kohorttaki müşterilerin yüzde kaçı o ay sipariş verdi",
    cohortMonth: "İlk sipariş",
    cohortSize: "Müşteri",
    cohortAverage: "Ortalama",
    cohortIncomplete: "Bitmemiş ay; hiçbir ortalamaya girmez.",
    cohortFirst: "İlk kohortta veri başlamadan önce alışveriş etmiş olanlar da var; o da ortalamaya girmez.",
    cohortCell: ({cohort, monthNo, on, onOrAfter, customers, isIncomplete}) =>
      `${f.month(cohort)}, ${monthNo}. ay: ${f.integer(customers)} müşteriden ${f.integer(on)} (${f.percent(on / customers)}), o ay veya sonra ${f.integer(onOrAfter)}${isIncomplete ? "; ay bitmedi" : ""}`,
    cohortTwin: "Müşteriler ve değerleri, tablo olarak",
    cohortTwinCaption: "O ay sipariş veren / o ay veya sonra veren müşteri; * ay bitmedi",
    cohortValue: "Müşteri başına bugüne kadar net ciro",

    curvesTitle: (month, now, before) =>
      `${month}. ayda en yeni kohortların ${percentOf(now)}, öncekilerin ${percentOf(before)} sipariş verdi`,
    curvesNone: "En yeni kohortlar",
    curvesSubtitle: "İlk siparişten sonra geçen aya göre sipariş veren müşterilerin payı",
    curvesNote: (first, last) =>
      `Renkli: ${first === last ? f.month(first) : `${f.month(first)} – ${f.month(last)}`}, birlikte. Gri: önceki bütün kohortların ortalaması. Yalnız biten aylar.`,
    curvesMonth: "Ay",
    curvesNewest: "En yeni",
    curvesBefore: "Önceki",

    lagTitle: (days) => `Siparişlerin yarısı ${f.integer(days)} gün içinde bir yenisini getiriyor`,
    lagNever: (share, days) => `Siparişlerin ${percentOf(share)} ${f.integer(days)} gün içinde bir yenisini getiriyor`,
    lagNone: "Siparişler arasındaki gün",
    lagSubtitle: "Önceki siparişten sonra geçen haftaya göre yeni siparişler",
    lagNote: (shares) =>
      `Yenisi gelenler: ${shares.map(([days, share]) => `${days} günde ${f.percent(share)}`).join(", ")}. Henüz yenisi gelmeyen sipariş, görüldüğü süre kadar sayılır.`,
    lagDays: "Gün",
    lagOrders: "Yeni sipariş",
    lagShare: "O güne kadar yenisi gelen",
  };
};
