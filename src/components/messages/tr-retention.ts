import type {Format} from "../format.ts";
import type {CohortEvent} from "../retention/cohort-row.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enRetention} from "./en-retention.ts";

const events: Record<CohortEvent, string> = {
  order: "Sipariş",
  registration: "Kayıt",
  visit: "Ziyaret",
  open: "Açılan ileti",
};
const after: Record<CohortEvent, string> = {
  order: "İlk siparişten sonraki",
  registration: "Kayıttan sonraki",
  visit: "İlk ziyaretten sonraki",
  open: "Açılan ilk iletiden sonraki",
};
const came: Record<CohortEvent, string> = {
  order: "sipariş verenler",
  registration: "kaydolanlar",
  visit: "siteye gelenler",
  open: "ileti açanlar",
};

/** What the page of cohorts says. */
export const trRetention = (f: Format): Pick<Messages, keyof ReturnType<typeof enRetention>> => {
  const percentOf = (share: number) => withCase(f.percent(share), "possessive");
  return {
    retentionTitle: "Kohortlar",
    retentionTooShort: "Bunun için veri henüz kısa.",
    retentionTooFew: "Müşteri sayısı, gizlilik sınırının gösterilmesine izin verdiğinden az.",

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
    cohortExtremes: (best, high, worst, low, average) =>
      `Ertesi ay yeniden sipariş verenler: ${best} müşterilerinde ${f.percent(high)}, ${worst} müşterilerinde ${f.percent(low)}; ortalama ${f.percent(average)}`,
    cohortPlain: "Kimin geri döndüğünü söylemek için veri henüz kısa.",
    cohortLead: "Kohort, ilk siparişi aynı aya düşen herkestir; sonraki aylar boyunca izlenir.",
    cohortByQuarter: "Çeyreklere göre",
    cohortQuarterSubtitle: "İlk siparişin çeyreğine göre: kohorttaki müşterilerin yüzde kaçı o çeyrekte sipariş verdi",
    cohortQuarter: (year, quarter) => `${year}/${quarter}. çeyrek`,
    cohortCell: ({cohort, period, periodNo, on, onOrAfter, customers, isIncomplete}) => {
      const name = period === "month" ? "ay" : "çeyrek";
      return `${cohort}, ${periodNo}. ${name}: ${f.integer(customers)} müşteriden ${f.integer(on)} (${f.percent(on / customers)}), o ${name} veya sonra ${f.integer(onOrAfter)}${isIncomplete ? `; ${name} bitmedi` : ""}`;
    },
    cohortTwin: "Müşteriler ve değerleri, tablo olarak",
    cohortTwinCaption: "O ay sipariş veren / o ay veya sonra veren müşteri; * ay bitmedi",
    cohortOrders: "Bugüne kadar sipariş",
    cohortRevenue: "Bugüne kadar net ciro",
    cohortValue: "müşteri başına",

    valueTitle: (month, monthNo, value, ratio) =>
      `${f.month(month)} müşterileri ${monthNo} ayda kişi başına ${f.compactMoney(value)} getirdi: öncekilerin ${f.decimal(ratio)} katı`,
    valueUsual: (month, monthNo, value, before) =>
      `Öne çıkan bir kohort yok: ${f.month(month)} müşterileri ${monthNo} ayda kişi başına ${f.compactMoney(value)}, öncekiler ${f.compactMoney(before)} getirdi`,
    valueNone: "Kohortların değeri",
    valueSubtitle: "İlk siparişten bu yana müşteri başına net ciro, geçen aya göre",
    valueBefore: "öncekiler",
    valueNote: (month) =>
      `Renkli: ${f.month(month)}. Koyu gri: ondan önceki bütün kohortların ortalaması. İnce: diğer kohortlar. Yalnız biten aylar.`,

    groupWords: {
      source: {
        title: (best, high, worst, low) =>
          `Sonraki çeyrekte yeniden sipariş verenler: ${best} ile gelenlerde ${f.percent(high)}, ${worst} ile gelenlerde ${f.percent(low)}`,
        none: "Geri dönenler nereden kazanılmıştı",
        subtitle:
          "Kazanım kaynağına göre müşteriler: ilk siparişten sonraki çeyrekte ve bir yıl sonra sipariş verenler",
        column: "Kaynak",
      },
      first_category: {
        title: (best, high, worst, low) =>
          `En çok geri dönenler ${best} ile başlayanlar: sonraki çeyrekte ${f.percent(high)}; ${worst} ile başlayanlarda ${f.percent(low)}`,
        none: "Geri dönenler neyle başlamıştı",
        subtitle:
          "İlk siparişin ağırlıklı kategorisine göre müşteriler: sonraki çeyrekte ve bir yıl sonra sipariş verenler",
        column: "İlk kategori",
      },
    },
    groupNext: "+1 çeyrek",
    groupYear: "+4 çeyrek",
    groupWorth: "Bir yılda değer",
    groupNote:
      "Değer: ilk siparişten sonraki dördüncü çeyreğin sonuna kadar müşteri başına net ciro. İlki dışında bütün kohortlar birlikte, her biri biten çeyreklerine kadar. Gizlilik sınırının altında kalanlar diğer adı altında toplanır.",
    groupTwin: "İlk siparişin çeyreğine göre",
    groupTwinCaption: "İlk siparişten bir ile dört çeyrek sonra sipariş veren müşteriler; * çeyrek bitmedi",

    pairFirst: {order: "İlk sipariş", registration: "Kayıt", visit: "İlk ziyaret", open: "Açılan ilk ileti"},
    pairName: (first, then) => `${events[first]} → ${events[then]}`,
    pairsTitle: (first, then, month, share) => `${after[first]} ${month}. ayda ${came[then]}: ${f.percent(share)}`,
    pairsNone: "Kohortlara göre ziyaret, kayıt ve açılan ileti",
    pairsSubtitle: "İlk olaydan sonra geçen aya göre geri gelen yeni müşterilerin payı",
    pairsPair: "Nereden → nereye",
    pairsMonth: (no) => `+${no} ay`,
    pairsCohorts: (name) => `${name}: bütün kohortlar`,
    pairsNote:
      "Biten ayların ortalaması, ilk kohort hariç. Ziyaret ve açılan iletiler, verilerinin başladığı ilk aydan itibaren sayılır.",

    curvesTitle: (month, now, before) =>
      `${month}. ayda en yeni kohortların ${percentOf(now)}, öncekilerin ${percentOf(before)} sipariş verdi`,
    curvesNone: "En yeni kohortlar",
    curvesSubtitle: "İlk siparişten sonra geçen aya göre sipariş veren müşterilerin payı",
    curvesNote: (first, last) =>
      `Renkli: ${first === last ? f.month(first) : `${f.month(first)} – ${f.month(last)}`}, birlikte. Koyu gri: önceki bütün kohortların ortalaması. İnce: tek tek kohortlar. Yalnız biten aylar.`,
    curvesMonth: "Ay",
    curvesNewest: "En yeni",
    curvesBefore: "Önceki",
  };
};
