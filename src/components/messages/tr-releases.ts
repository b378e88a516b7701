import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enReleases} from "./en-releases.ts";

/** What the page of releases says, and the report's block about them. */
export const trReleases = (f: Format): Pick<Messages, keyof ReturnType<typeof enReleases>> => ({
  releasesTitle: "Sürümler",
  releasesNone: "Bundan önce yayımlanmış bir şey yok.",
  releasesNoneDeck:
    "Bu ilk sürüm, ya da sürüm olarak yayımlanmadan kurulmuş bir site. Sonraki sürümden başlayarak yayımlanmış her ay, önce ne dediğiyle karşılaştırılır.",
  releasesNotAssessed: "Değerlendirilmedi: önceki sürümlerin rakamları elde yok.",
  releasesNotAssessedDeck:
    "Önceki sürümler aşağıda, ama rakamlarını saklayan gizli kayıt bu siteyi kuran makineye taşınmamış. Yayımlanmış bir rakamın değişmediği söylenemez.",
  releasesHeadline: (figures, causes) => {
    const because = {
      definition_change: "tanımlar değişti",
      merges: "ayrı sanılan hesaplar tek kişi çıktı",
      returns: "sonradan iade geldi",
      late_data: "sipariş ya da müşteri verisi geç geldi",
      unexplained: "nedeni bilinmiyor",
    };
    return figures === 0
      ? "Yayımlanmış hiçbir rakam değişmedi."
      : `Yayımlanmış ${f.integer(figures)} rakam değişti: ${causes.map((cause) => because[cause]).join(", ")}.`;
  },
  releasesUnchanged: "Bitmiş olan her ayın her rakamı neyse o.",
  releasesMonths: (first, last) =>
    first === last ? `Hepsi ${f.month(first)} rakamı.` : `${f.month(first)} ile ${f.month(last)} arasının rakamları.`,
  releasesCompared: (before) => `Karşılaştırılan sürüm: ${before.replaceAll("-", "\u2011")}.`,
  restatedFiguresTitle: (figures, months) => `${f.integer(months)} ayın ${f.integer(figures)} rakamı değişti`,
  restatedFiguresSubtitle: "Önce yayımlanan ve şimdiki; önce raporun başındaki rakamlar",
  restatedAll: (shown, all) =>
    shown < all
      ? `${f.integer(all)} rakamın ilk ${f.integer(shown)} tanesi; hepsi restatements tablosunda`
      : `${f.integer(all)} rakamın hepsi`,
  restatedTablesTitle: (tables) => `Değişen rakamlar ${f.integer(tables)} tabloda`,
  restatedTablesSubtitle: "Yayımlanan tablolara göre değişen rakamlar",
  restatedTable: "Tablo",
  restatedCount: "Rakam",
  restatedMonths: "Aylar",
  restatedFigure: "Rakam",
  restatedBefore: "Önce",
  restatedAfter: "Şimdi",
  restatedCause: "Neden",
  restatedFrom: (state) => `çıkış: ${state}`,
  restatedTo: (state) => `varış: ${state}`,
  restatedHorizon: (months) => `${f.integer(months)} ayda`,
  restatedWindow: (months) => `${f.integer(months)} aylık pencere`,
  restatedMeasures: {
    customers: "Müşteri",
    net_revenue: "Net ciro",
    net_revenue_window: "Penceredeki net ciro",
    net_revenue_month: "Ayın net cirosu",
    gross_revenue: "Brüt ciro",
    order_count: "Sipariş",
    order_count_window: "Penceredeki sipariş",
    order_count_month: "Ayın siparişi",
    revenue_at_stake: "Riskteki ciro",
    base_customers: "Kayabilecek müşteri",
    share_of_origin: "Çıkıştaki pay",
  },
  restatedCauses: {
    definition_change: "değişen tanım",
    merges: "birleşen kişiler",
    returns: "iadeler",
    late_data: "geç gelen veri",
    unexplained: "açıklanamıyor",
  },

  earlierTitle: (n) => `Bundan önce ${f.integer(n)} sürüm`,
  earlierSubtitle: "En yenisi önce; her biri yayımlandığı yerde, ne dediyse öyle duruyor",
  earlierRelease: "Sürüm",
  earlierAsOf: "Verinin son günü",
  earlierDefinitions: "Tanım",
  earlierRestated: "Değişen rakam",
  earlierNotAssessed: "değerlendirilmedi",
  earlierPinned: "saklanıyor",

  causeRulesTitle: "Nedeni nasıl buluyoruz",
  causeRules: {
    definition_change: "Bu sürümün tanımları öncekininkiler değil; bütün farklar buna yazılır.",
    merges: "Birkaç kişi sayılan hesaplar artık tek kişi, ya da tersi.",
    returns: "O aya ya da öncesine ait iadeler sonradan geldi.",
    late_data: "O aya ya da öncesine ait sipariş, iptal, müşteri ya da ziyaret sonradan geldi veya düzeltildi.",
    unexplained: "Bunlardan hiçbiri: program başka bir şey hesaplıyor. Birden çoğu geçerliyse hepsi yazılır.",
  },

  restatementsTitle: "Sonradan değişen rakamlar",
  restatementsNotAssessed: "Değerlendirilmedi: elde karşılaştırılacak önceki bir sürüm yok.",
  restatementsNone: "Bu ayın hiçbir rakamı yayımlandığından beri değişmedi.",
  restatementsOfMonth: (n) => `Bu ayın ${f.integer(n)} rakamı önce başka yayımlanmıştı.`,
});
