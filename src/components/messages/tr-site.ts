import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enSite} from "./en-site.ts";

/** What every page says. */
export const trSite = (f: Format): Pick<Messages, keyof ReturnType<typeof enSite>> => ({
  siteTitle: "Müdavim",
  skipToContent: "İçeriğe geç",
  navigation: "Sayfalar",
  languages: "Dil",
  languageName: "Türkçe",
  navReport: "Rapor",
  groupNames: {
    segments: "Segmentler",
    retention: "Elde tutma",
    explore: "Keşif",
    data: "Veri",
  },
  pageNames: {
    segments: "Segmentler",
    profile: "Profiller",
    census: "Sayım",
    thresholds: "Eşikler",
    retention: "Elde tutma",
    explore: "Keşif",
    quality: "Kalite",
    sources: "Kaynaklar",
    tables: "Tablolar",
  },
  pageAbouts: {
    segments: "Her segmentte kim var, ne kadar değerli, nereden geldi, nereye gitti.",
    profile: "Her segment yedi soruda: kim, ne, ne zaman, neden, ne kadar, kaç, nasıl ödüyor.",
    census: "Bütün otomatik segmentler ve sayıları: adlı olanlar, skorlar, kademeler, yaşam evresi, ilgi.",
    thresholds: "Skorlar nerede kesiyor, neden dört sipariş müdavim ediyor, başka bir sınır neyi değiştirir.",
    retention: "Kim ne kadar sonra geri geliyor: kohortlar, sipariş merdiveni, sessizliğin kayıp olduğu gün.",
    explore: "Şehre, kanala ve segmente göre süzün; kendi sorgunuzu yazın.",
    quality: "Veriye güvenilir mi: ne kadar taze, ne neden dışarıda kaldı, ne eksik.",
    sources: "Her rapor hangi veriye dayanıyor, ne eksik, sırada ne toplanmalı.",
    tables: "Yayımlanan her tablo: bir satırın ne olduğu, sütunları ve onu hesaplayan tanım.",
  },

  asOf: (day) => `Veri: ${f.date(day)} gününe kadar`,
  definitionVersion: (version) => `Tanım sürümü ${version}`,
  monthToDate: "Ay bitmedi",
  warmingUp: "Geçmişi yetersiz",

  tableTwin: "Rakamlar, tablo olarak",
  month: "Ay",
  segment: "Segment",
  state: "Durum",
  customers: "Müşteri",
  countCustomers: (n) => `${f.integer(n)} müşteri`,
  change: "Değişim",
  share: "Pay",
  total: "Toplam",
  note: "Not",
  netRevenue: "Net ciro",
  orders: "Sipariş",
  newCustomers: "Yeni müşteri",
  withheld: "gizli",
  withheldNote: "Gizlilik sınırından az müşterinin tutarı gösterilmez.",
  none: "–",

  homeTitle: "Kalan, uzaklaşan ve dönen müşteriler",
  homeNewest: (month) => `${f.month(month)} raporu`,
  homeAllReports: "Bütün aylık raporlar",
  homeOtherPages: "Diğer sayfalar",
  homeSlides: (n) => `${f.integer(n)} kayan`,
});
