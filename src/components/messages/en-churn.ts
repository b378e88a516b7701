import type {Format} from "../format.ts";
import {counted} from "./english.ts";

/** What the page of churn says. */
export const enChurn = (f: Format) => ({
  churnPageTitle: "Churn",
  retentionHeadline: (days: number, churn: number) =>
    `Of those who have not bought for ${days} days, ${f.percent(churn)} do not come back within 90 days.`,
  retentionPlain: "The data are too short yet to say who comes back after a silence.",
  retentionReturned: (days: number, share: number) =>
    `${f.percent(share)} of all orders are followed by another within ${days} days; whoever is still silent then is the one to write to.`,

  churnTitle: (first: number, low: number, last: number, high: number) =>
    `After ${first} silent days ${f.percent(low)} stay away for 90 more, after ${last} days ${f.percent(high)}`,
  churnNone: "Silence and loss",
  churnSubtitle: "Share without an order in the next 90 days, by days without an order so far",
  churnNote:
    "Every gap between two orders, and the open one after the last, counts once for each day that it reached at least 90 days before the end of the data.",
  churnDays: "Days without an order",
  churnGaps: "Gaps that reached them",
  churnSilent: "Silent for 90 more",

  conditions: {
    unsubscribe: {name: "Left the mailing list", after: "leaving the mailing list"},
    complaint: {name: "Complained", after: "a complaint"},
    return: {name: "Returned something", after: "a return"},
    late_delivery: {name: "Delivered late", after: "a late delivery"},
    very_late_delivery: {name: "Delivered over five days late", after: "a delivery over five days late"},
    no_visit: {name: "No visit for 30 days", after: "30 days without a visit"},
  },
  conditionTitle: (after: string, churn: number, base: number) =>
    `After ${after}, ${f.percent(churn)} stay away for 90 days; of everybody as long silent, ${f.percent(base)}`,
  conditionSentence: (after: string, churn: number, base: number) =>
    `After ${after}, ${f.percent(churn)} place no order in the next 90 days, against ${f.percent(base)} of those who had been silent for as long.`,
  conditionUsual: "None of these makes customers stay away more than silence itself",
  conditionNone: "After what customers stay away",
  conditionSubtitle: "Share without an order in the 90 days after; hollow: everybody who had been silent for as long",
  conditionColumn: "After",
  conditionShare: "Share that stays away",
  conditionBeside: (base: string, lift: string, gaps: number) =>
    `usually ${base} · ${lift} times · ${counted(f, gaps, "case")}`,
  conditionGaps: "Cases",
  conditionSilent: "Silent for 90 days",
  conditionInterval: "95% interval",
  conditionBase: "Usually",
  conditionMedian: "Median days silent by then",
  conditionNote:
    "A case is a gap between two orders, or the open one after the last, in which it happened at least 90 days before the end of the data; each gap once. Usually: all gaps as long by then and after as many orders (1, 2, 3, 4 or more). In colour where that lies below the 95% interval (Wilson). What came before is not always the cause.",
  lift: "Lift",

  behaviours: {
    quiet: "Last order over 60 days before",
    single_order: "One order only",
    one_category: "Two orders or more, all of one category",
    coupon_first: "First order with a coupon",
    unsubscribe: "Left the mailing list",
    complaint: "Complained",
    return: "Returned something",
    late_delivery: "Had a late delivery",
    very_late_delivery: "Had a delivery over five days late",
    no_visit: "No visit for 30 days",
  },
  behaviourTitle: (behaviour: string, lost: number, alike: number) =>
    `“${behaviour}”: ${f.percent(lost)} of those who were lost, ${f.percent(alike)} of like customers who stayed`,
  behaviourUsual: "Those who were lost did nothing more often than like customers who stayed",
  behaviourNone: "What those who were lost had in common",
  behaviourSubtitle:
    "Share who showed a behaviour in the year before, among customers lost in the last 90 days and like ones who stayed",
  behaviourColumn: "Behaviour",
  behaviourLost: "Lost",
  behaviourKept: "Stayed",
  behaviourAlike: "Like customers who stayed",
  behaviourNote: (lost: number, kept: number) =>
    `Of the customers with an order in the year up to 90 days ago, ${f.integer(lost)} have placed none since and ${f.integer(kept)} have. Who orders more returns, complains and waits more, so those lost are compared with like customers: as many orders in that year, and the last as long ago.`,
  behaviourTwin: "Counts, of all who were lost and stayed",
  behaviourTwinCaption: "Customers who showed a behaviour, of those of whom it is known",
  partOf: (part: number, whole: number) => `${f.integer(part)} of ${f.integer(whole)}`,

  winBackTitle: (customers: number, silent: number) =>
    `${counted(f, customers, "customer")} came back this month after a long silence, of ${f.integer(silent)}`,
  winBackNone: "Who comes back after a long silence",
  winBackSubtitle: "Customers who ordered again after more days without an order than the lowest recency score allows",
  winBackUsual: "usual",
  winBackNote:
    "Usual: the mean of the six months before. Whether they were called back or came by themselves is not known.",
  winBackMonth: "Month",
  winBackSilent: "Long silent",
  winBackCustomers: "Came back",
  winBackRate: "Share",
  winBackRevenue: "Revenue of that order",
});
