import type {Format} from "../format.ts";
import {counted, ordinal} from "./english.ts";

/** What the page of frequency says. */
export const enFrequency = (f: Format) => ({
  frequencyTitle: "Frequency",
  frequencyHeadline: (once: number) => `${f.percent(once)} of the customers of the last twelve months ordered once.`,
  frequencyPlain: "There are too few orders yet to say how often customers come.",
  retentionSecond: (conversion: number, median: number | null) =>
    `${f.percent(conversion)} of customers have placed a second order so far${median === null ? "" : `; half of all customers do so within ${counted(f, median, "day")}`}.`,

  countsTitle: (once: number, often: number | null) =>
    often === null
      ? `${f.percent(once)} ordered once in a year`
      : `${f.percent(once)} ordered once in a year, ${f.percent(often)} three times or more`,
  countsNone: "How often customers order",
  countsSubtitle: "Customers by their orders in the last 365 days",
  countsNote: (customers: number) => `${counted(f, customers, "customer")} with an order in the last 365 days.`,
  countsTwin: "Other spans, visits and opened messages",
  countsTwinCaption: "Customers by the number of events; + or more",
  countsEvents: "Times",
  countsColumn: (event: "order" | "visit" | "open", span: number) =>
    `${{order: "Orders", visit: "Days with a visit", open: "Days with an opened message"}[event]}, ${span === 0 ? "ever" : `${span} days`}`,

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

  lagTitle: (days: number) => `Half of all orders are followed by another within ${counted(f, days, "day")}`,
  lagNever: (share: number, days: number) =>
    `${f.percent(share)} of all orders are followed by another within ${counted(f, days, "day")}`,
  lagNone: "Days between orders",
  lagSubtitle: "Next orders by weeks since the order before",
  lagNote: (shares: readonly (readonly [number, number])[]) =>
    `Followed by another ${shares.map(([days, share]) => `within ${days} days: ${f.percent(share)}`).join("; ")}. Orders that still wait for one are counted for as long as they were seen.`,
  lagDays: "Days",
  lagOrders: "Next orders",
  lagCame: "Of next orders seen",
  lagShare: "Of all orders",

  withinDays: (days: number) => `Within ${days} days`,
  stepsTitle: (days: number, first: number, last: number) =>
    `Within ${days} days ${f.percent(first)} follow the first order with another, ${f.percent(last)} the fourth and later ones`,
  stepsNone: "Each order to the next",
  stepsSubtitle: "Share followed by another order, by days since and by which order it was",
  stepsNote:
    "The first order in colour. Orders that still wait for another are counted for as long as they were seen (Kaplan–Meier).",

  secondSubtitle: "First orders at least 90 days old: the share followed by a second one, and the median days to it",
  secondWords: {
    first_value: {
      title: (best: string, high: number, worst: string, low: number) =>
        `Second order within 90 days: ${f.percent(high)} after a first one in the ${best}, ${f.percent(low)} in the ${worst}`,
      flat: (low: number, high: number) =>
        `The second order hardly depends on the value of the first: ${f.percent(low)} to ${f.percent(high)} within 90 days`,
      none: "The second order by the value of the first",
      column: "First order",
    },
    first_category: {
      title: (best: string, high: number, worst: string, low: number) =>
        `Second order within 90 days: ${f.percent(high)} after ${best}, ${f.percent(low)} after ${worst}`,
      flat: (low: number, high: number) =>
        `The second order hardly depends on what the first was about: ${f.percent(low)} to ${f.percent(high)} within 90 days`,
      none: "The second order by what the first was about",
      column: "Main category of the first order",
    },
  },
  secondFifth: (fifth: number, lowest: string | null) =>
    `${["lowest", "second", "middle", "fourth", "highest"][fifth - 1]} fifth${lowest === null ? "" : ` (from ${lowest})`}`,
  secondNote:
    "Shares of fewer customers than the privacy limit, and what would give them away, are withheld. The median counts those without a second order for as long as they were seen (Kaplan–Meier), with its 95% interval.",
  dayCount: (days: number) => counted(f, days, "day"),
  categoryLagTitle: (fast: string, days: number, slow: string, more: number) =>
    `After ${fast} the next order comes in ${counted(f, days, "day")}, after ${slow} in ${f.integer(more)}`,
  categoryLagNone: "Days to the next order, by category",
  categoryLagSubtitle: "Median days to the next order, whatever is in it, by the main category of the order before",
  categoryLagTwin: "Every category",
  categoryLagColumn: "Main category",
  categoryLagNote:
    "Kaplan–Meier medians over all orders, not only first ones. How long a product lasts until it is bought again is another question, with a page of its own.",
});
