import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import type {CohortEvent} from "../retention/cohort-row.ts";
import {counted, ordinal} from "./english.ts";

interface CohortCell {
  cohort: string;
  period: "month" | "quarter";
  periodNo: number;
  on: number;
  onOrAfter: number;
  customers: number;
  isIncomplete: boolean;
}

const events: Record<CohortEvent, string> = {
  order: "Order",
  registration: "Registration",
  visit: "Visit",
  open: "Opened message",
};
const begun: Record<CohortEvent, string> = {
  order: "first order",
  registration: "registration",
  visit: "first visit",
  open: "first opened message",
};
const came: Record<CohortEvent, string> = {
  order: "order",
  registration: "register",
  visit: "visit the site",
  open: "open a message",
};

/** What the page of cohorts says. */
export const enRetention = (f: Format) => ({
  retentionTitle: "Cohorts",
  retentionTooShort: "The data are too short for this.",
  retentionTooFew: "There are fewer customers than the privacy limit allows to show.",

  cohortTitle: (first: number, month: number, last: number) =>
    `${f.percent(first)} of new customers order in the month after, ${f.percent(last)} in the ${ordinal(month)}`,
  cohortTitleOne: (first: number) => `${f.percent(first)} of new customers order in the month after`,
  cohortNone: "Cohorts",
  cohortSubtitle: "Percent of the customers of a cohort who ordered in that month, by month of the first order",
  cohortMonth: "First order",
  cohortSize: "Size",
  cohortAverage: "Average",
  cohortIncomplete: "Not over yet, and in no average.",
  cohortFirst: "The first cohort also holds those who had bought before the data begin, and is in no average either.",
  cohortExtremes: (best: string, high: number, worst: string, low: number, average: number) =>
    `In the month after, ${f.percent(high)} of the customers of ${best} ordered again and ${f.percent(low)} of those of ${worst}; the average is ${f.percent(average)}`,
  cohortPlain: "The data are too short yet to say who comes back.",
  cohortLead: "A cohort is everybody whose first order fell into one month; it is followed through the months after.",
  cohortByQuarter: "The same by quarter",
  cohortQuarterSubtitle:
    "Percent of the customers of a cohort who ordered in that quarter, by quarter of the first order",
  cohortQuarter: (year: number, quarter: number) => `Q${quarter} ${year}`,
  cohortCell: ({cohort, period, periodNo, on, onOrAfter, customers, isIncomplete}: CohortCell) =>
    `${cohort}, ${period} ${periodNo}: ${f.integer(on)} of ${counted(f, customers, "customer")} (${f.percent(on / customers)}), ${f.integer(onOrAfter)} then or later${isIncomplete ? `; the ${period} is not over` : ""}`,
  cohortTwin: "Customers and value, as a table",
  cohortTwinCaption: "Customers who ordered in that month / in it or later; * the month is not over",
  cohortOrders: "Orders so far",
  cohortRevenue: "Net revenue so far",
  cohortValue: "per customer",

  valueTitle: (month: Month, monthNo: number, value: number, ratio: number) =>
    `The customers of ${f.month(month)} brought ${f.compactMoney(value)} each in ${counted(f, monthNo, "month")}, ${f.decimal(ratio)} times those before`,
  valueUsual: (month: Month, monthNo: number, value: number, before: number) =>
    `No cohort stands out: that of ${f.month(month)} brought ${f.compactMoney(value)} each in ${counted(f, monthNo, "month")}, those before ${f.compactMoney(before)}`,
  valueNone: "What cohorts are worth",
  valueSubtitle: "Net revenue per customer from the first order on, by months since",
  valueBefore: "before it",
  valueNote: (month: Month) =>
    `In colour: ${f.month(month)}. Dark grey: the average of all cohorts before it. Thin: every other cohort. Full months only.`,

  groupWords: {
    source: {
      title: (best: string, high: number, worst: string, low: number) =>
        `${f.percent(high)} of the customers won by ${best} order again in the next quarter, ${f.percent(low)} of those by ${worst}`,
      none: "Where those who come back were won",
      subtitle:
        "Customers by acquisition source: how many ordered in the quarter after the first order, and a year after",
      column: "Won by",
    },
    first_category: {
      title: (best: string, high: number, worst: string, low: number) =>
        `Who begins with ${best} comes back most: ${f.percent(high)} in the next quarter; with ${worst}, ${f.percent(low)}`,
      none: "What those who come back began with",
      subtitle:
        "Customers by the category of most of their first order: how many ordered in the quarter after, and a year after",
      column: "Began with",
    },
  },
  groupNext: "+1 quarter",
  groupYear: "+4 quarters",
  groupWorth: "Worth in a year",
  groupNote:
    "Worth: net revenue per customer from the first order to the end of the fourth quarter after. All cohorts but the first together, each as far as its quarters are over. Below the privacy limit customers are put together as other.",
  groupTwin: "By quarter of the first order",
  groupTwinCaption: "Customers who ordered one to four quarters after the first order; * the quarter is not over",

  pairFirst: {order: "First order", registration: "Registered", visit: "First visit", open: "First opened message"},
  pairName: (first: CohortEvent, then: CohortEvent) => `${events[first]} → ${events[then].toLowerCase()}`,
  pairsTitle: (first: CohortEvent, then: CohortEvent, month: number, share: number) =>
    `${f.percent(share)} ${came[then]} ${month === 1 ? "in the month" : `${month} months`} after the ${begun[first]}`,
  pairsNone: "Visits, registrations and opened messages by cohort",
  pairsSubtitle: "Share of new customers who came back in a month, by months since the first event",
  pairsPair: "From → to",
  pairsMonth: (no: number) => `+${no} ${no === 1 ? "month" : "months"}`,
  pairsCohorts: (name: string) => `${name}: every cohort`,
  pairsNote:
    "Averages of full months, without the first cohort. Visits and opened messages are counted from the first month with data of them.",

  curvesTitle: (month: number, now: number, before: number) =>
    `In month ${month}, ${f.percent(now)} of the newest cohorts ordered; of those before, ${f.percent(before)}`,
  curvesNone: "Newest cohorts",
  curvesSubtitle: "Share of the customers who ordered, by months since the first order",
  curvesNote: (first: Month, last: Month) =>
    `In colour: ${first === last ? f.month(first) : `${f.month(first)} to ${f.month(last)}`}, together. Dark grey: the average of all cohorts before. Thin: each cohort. Full months only.`,
  curvesMonth: "Month",
  curvesNewest: "Newest",
  curvesBefore: "Before",
});
