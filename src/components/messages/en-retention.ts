import type {Format} from "../format.ts";
import type {Month} from "../month.ts";
import {counted, ordinal} from "./english.ts";

interface CohortCell {
  cohort: Month;
  monthNo: number;
  on: number;
  onOrAfter: number;
  customers: number;
  isIncomplete: boolean;
}

/** What the page of retention says. */
export const enRetention = (f: Format) => ({
  retentionTitle: "Retention",
  retentionHeadline: (days: number, churn: number) =>
    `Of those who have not bought for ${days} days, ${f.percent(churn)} do not come back within 90 days.`,
  retentionPlain: "The data are too short yet to say who comes back after a silence.",
  retentionReturned: (days: number, share: number) =>
    `${f.percent(share)} of all orders are followed by another within ${days} days; who is still silent then is the one to write to.`,
  retentionSecond: (conversion: number, median: number | null) =>
    `${f.percent(conversion)} of the customers placed a second order so far${median === null ? "" : `; half of them all do so within ${counted(f, median, "day")}`}.`,
  retentionTooShort: "The data are too short for this.",
  retentionTooFew: "There are fewer customers than the privacy limit allows to show.",

  churnTitle: (first: number, low: number, last: number, high: number) =>
    `After ${first} silent days ${f.percent(low)} stay away for 90 more, after ${last} days ${f.percent(high)}`,
  churnNone: "Silence and loss",
  churnSubtitle: "Share without an order in the next 90 days, by days without an order so far",
  churnNote:
    "Every gap between two orders, and the open one after the last, counts once for each day that it reached at least 90 days before the end of the data.",
  churnDays: "Days without an order",
  churnGaps: "Gaps that reached them",
  churnSilent: "Silent for 90 more",

  ladderTitle: (first: number, last: number, share: number, isOpen: boolean) =>
    last === 1
      ? `After the first order ${f.percent(first)} order again`
      : `After the first order ${f.percent(first)} order again, after the ${ordinal(last)}${isOpen ? " and later ones" : ""} ${f.percent(share)}`,
  ladderNone: "From order to order",
  ladderSubtitle: "Customers who reached an order, the share that placed the next, and the days to it",
  ladderStep: "Step",
  ladderReached: "Reached",
  ladderConversion: "Ordered again",
  ladderMedian: "Median days, all",
  ladderMedianCompleted: "Of those who did",
  ladderInterval: (low: number, high: number) => `(${f.integer(low)}–${f.integer(high)})`,
  ladderNote:
    "4+ counts every order from the fourth on. Median of all: who has not ordered again yet is counted for as long as they were seen (Kaplan–Meier), with its 95% interval. Of those who did: only gaps that ended, so it is too short.",

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
  cohortCell: ({cohort, monthNo, on, onOrAfter, customers, isIncomplete}: CohortCell) =>
    `${f.month(cohort)}, month ${monthNo}: ${f.integer(on)} of ${counted(f, customers, "customer")} (${f.percent(on / customers)}), ${f.integer(onOrAfter)} then or later${isIncomplete ? "; the month is not over" : ""}`,
  cohortTwin: "Customers and value, as a table",
  cohortTwinCaption: "Customers who ordered in that month / in it or later; * the month is not over",
  cohortValue: "Net revenue per customer so far",

  curvesTitle: (month: number, now: number, before: number) =>
    `In month ${month}, ${f.percent(now)} of the newest cohorts ordered; of those before, ${f.percent(before)}`,
  curvesNone: "Newest cohorts",
  curvesSubtitle: "Share of the customers who ordered, by months since the first order",
  curvesNote: (first: Month, last: Month) =>
    `In colour: ${first === last ? f.month(first) : `${f.month(first)} to ${f.month(last)}`}, together. Grey: the average of all cohorts before. Full months only.`,
  curvesMonth: "Month",
  curvesNewest: "Newest",
  curvesBefore: "Before",

  lagTitle: (days: number) => `Half of all orders are followed by another within ${counted(f, days, "day")}`,
  lagNever: (share: number, days: number) =>
    `${f.percent(share)} of all orders are followed by another within ${counted(f, days, "day")}`,
  lagNone: "Days between orders",
  lagSubtitle: "Next orders by weeks since the order before",
  lagNote: (shares: readonly (readonly [number, number])[]) =>
    `Followed by another ${shares.map(([days, share]) => `within ${days} days: ${f.percent(share)}`).join("; ")}. Orders that still wait for one are counted for as long as they were seen.`,
  lagDays: "Days",
  lagOrders: "Next orders",
  lagShare: "Followed by then",
});
