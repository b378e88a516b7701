import type {Messages} from "./en.ts";
import type {enExplore} from "./en-explore.ts";

/** What the exploration page says; it is read in the browser, so these are plain strings. */
export const trExplore = (): Pick<Messages, keyof ReturnType<typeof enExplore>> => ({
  exploreTitle: "Keşif",
  exploreLead:
    "Analistler için: müşteri küpü bu tarayıcıda, DuckDB’de. Bir kırılım ve segment seçin ya da SQL’i değiştirin. Çok az müşterili hücreler “diğer” altında toplanır.",
  exploreHeadline: "Yakından bakın: kimler, nereden, nasıl alıyor",
  exploreQuery: "Sorgu",
  exploreRun: "Çalıştır",
  exploreDimension: "Kırılım",
  exploreSegment: "Segment",
  exploreMeasure: "Ölçü",
  exploreValue: "Değer",
  exploreAllSegments: "Bütün segmentler",
  exploreAllValues: "Bütün değerler",
  exploreChartTitle: "Ay ay",
  exploreTableTitle: "En yeni ay",
  exploreFlowsTitle: "Kim yer değiştirdi, en yeni ay",
  exploreFlowsLead:
    "Ay içinde segmenti değişen müşteriler, seçilen kırılıma göre; segment seçilince ondan çıkanlar ve ona gelenler.",
  exploreFrom: "Nereden",
  exploreTo: "Nereye",
  exploreSqlTitle: "Aynısı SQL ile",
  exploreSqlLead: "Her sorgu çalışır, yalnızca bu tarayıcıda. Adlar tablolardaki gibidir: champions, other, unknown.",
  exploreSqlCube: "her satır bir ay, kırılım, değer ve segment; segment null ise hepsi birlikte.",
  exploreSqlFlows: "her satır bir ay, kırılım, değer, from_segment ve to_segment.",
  exploreSqlPeople:
    "en yeni ayın her müşterisi için, kim olduğunu söylemeyen bir satır: segment, r_score, f_score, m_score, recency_band, orders_band, net_revenue_band ve tenure_band. Çok az müşterinin paylaştığı değer other’dır, skor null. Dağılımlar ve çapraz tablolar için:",
  exploreEmpty: "Satır yok: başka bir değer veya segment seçin.",
  exploreNoScript: "Bu sayfa JavaScript ister. Aylık rapor ve segmentler sayfası istemez.",
  averageOrderValue: "Ortalama sepet",
  dimensionCity: "Şehir",
  dimensionChannel: "Kanal",
  dimensionGender: "Cinsiyet",
  dimensionAgeBand: "Yaş grubu",
  dimensionAcquisitionSource: "İlk kaynak",
  dimensionFavouriteCategory: "Favori kategori",
});
