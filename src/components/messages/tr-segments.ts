import type {Format} from "../format.ts";
import {withCase} from "../turkish.ts";
import type {Messages} from "./en.ts";
import type {enSegments} from "./en-segments.ts";

/** What the segments page says. */
export const trSegments = (f: Format): Pick<Messages, keyof ReturnType<typeof enSegments>> => ({
  segmentsTitle: "Segmentler",
  segmentsHeadline: (label, customers, revenueShare) =>
    revenueShare === null
      ? `En büyük segment ${label}: ${f.integer(customers)} müşteri.`
      : `Cironun ${withCase(f.percent(revenueShare), "possessive")} ${label} segmentinden geliyor.`,
  segmentsLead: (month, customers, share, label) =>
    `${f.month(month)} sonunda ${f.integer(customers)} müşteri bir segmentte; ${withCase(f.percent(share), "possessive")} ${label}.`,
  segmentsProfileTitle: "Kimler var",
  segmentsProfileSubtitle: (windowMonths) =>
    `Son ${windowMonths} ayda müşteri, net ciro ve sipariş; her satır bir segment`,
  segmentsHistoryTitle: "Her segment, ay ay",
  segmentsHistorySubtitle:
    "Ay sonlarında müşteri sayısı, her biri sıfırdan başlayan kendi ölçeğinde; son ayda nereden geldiler, nereye gittiler",
  revenueShare: "Ciro payı",
  averageOrder: "Ortalama sepet",
  ordersPerCustomer: "Kişi başı sipariş",
  revenuePerCustomer: "Kişi başı ciro",
  cameFrom: "Nereden geldi",
  wentTo: "Nereye gitti",
  stayedHere: "Kalan",
  nobody: "kimse",
});
