import type {Format} from "../format.ts";
import type {Month} from "../month.ts";

/** What the segments page says. */
export const enSegments = (f: Format) => ({
  segmentsTitle: "Segments",
  segmentsHeadline: (label: string, customers: number, revenueShare: number | null) =>
    revenueShare === null
      ? `${label} is the largest segment: ${f.integer(customers)} customers.`
      : `${f.percent(revenueShare)} of revenue comes from ${label}.`,
  segmentsLead: (month: Month, customers: number, share: number, label: string) =>
    `At the end of ${f.month(month)} ${f.integer(customers)} customers are in a segment; ${f.percent(share)} of them are ${label}.`,
  segmentsProfileTitle: "Who they are",
  segmentsProfileSubtitle: (windowMonths: number) =>
    `Customers, net revenue and orders over ${windowMonths} months, one row per segment`,
  segmentsHistoryTitle: "Each segment, month by month",
  segmentsHistorySubtitle:
    "Customers at the end of each month, each on its own scale from zero; where they came from and went in the last month",
  revenueShare: "Revenue share",
  averageOrder: "Average order",
  ordersPerCustomer: "Orders each",
  revenuePerCustomer: "Revenue each",
  cameFrom: "Came from",
  wentTo: "Went to",
  stayedHere: "Stayed",
  nobody: "nobody",
});
