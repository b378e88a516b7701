import type {Format} from "../format.ts";
import type {Messages} from "./en.ts";
import type {enCensus} from "./en-census.ts";

/** What the census of segments says. */
export const trCensus = (f: Format): Pick<Messages, keyof ReturnType<typeof enCensus>> => ({
  censusTitle: "Segment sayımı",
  censusHeadline: (segments, lists) =>
    `${f.integer(lists)} listede ${f.integer(segments)} otomatik segment; hiçbirinde kimse iki kez sayılmaz.`,
  censusLead: (month, known, scored) =>
    `${f.month(month)} sonunda mağaza ${f.integer(known)} müşteri tanıyor; ${f.integer(scored)} kişi havuzda olduğu için skorlanıyor. Segmentler, yaşam evresi ve ilgi herkesi; toplamlar ve kademeler skorlananları sayar.`,
  censusListTitle: (title, n) => `${title}: ${f.integer(n)}`,
  censusLists: {
    segments: ["Adlı segmentler", "Yeniliğe ve sıklığa göre; altta havuzun dışında kalanlar, nedeniyle"],
    lifeCycle: ["Yaşam evresi", "Bugüne kadarki sipariş sayısına ve son siparişten beri geçen güne göre"],
    tier: ["Kademeler", "Ağırlıklı skora göre: müşteri yenilik, sıklık ve tutarda havuzun ne kadarını geçiyor"],
    sum: ["RFM toplamları", "Her biri 1–5 olan yenilik, sıklık ve tutarın toplamı: 3’ten 15’e"],
    engagement_buyers: [
      "Alıcıların ilgisi",
      "Tanınan herkes son zamanda yaptıklarına göre beşe bölünür; burada sipariş vermiş olanlar",
    ],
    engagement_prospects: [
      "Adayların ilgisi",
      "Tanınan herkes son zamanda yaptıklarına göre beşe bölünür; burada henüz sipariş vermemiş olanlar",
    ],
  },
  censusSegment: "Segment",
  censusMonths: (n) => `${n} ay`,
  censusScore: (measure, value) => (measure === "sum" ? value : `E${value}`),
  tierNames: {platinum: "Platin", gold: "Altın", silver: "Gümüş", bronze: "Bronz"},
  censusWindowsTitle: (windows) =>
    `Aynı müşteriler ${windows.slice(0, -1).join(", ")} ve ${windows.at(-1)} aylık pencerede`,
  censusWindowsAbout: "Her geriye bakış penceresinde segmentlerdeki müşteri sayısı",
  censusWindow: (months) => `${months} ay`,
  censusWindowsShort: (windows) =>
    `Veri ${windows.join(", ")} aylık pencereden daha kısa bir geçmişe sahip: o pencerenin dışında kalanlar görünmüyor.`,
});
