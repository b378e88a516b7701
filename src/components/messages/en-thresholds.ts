import type {Format} from "../format.ts";
import {counted, either, ordinal} from "./english.ts";

/** What the threshold finder says. */
export const enThresholds = (f: Format) => ({
  thresholdsTitle: "Thresholds",
  thresholdsPlain: "Too few orders yet to say after which one customers stay.",
  thresholdsLead: (loyalOrders: number) =>
    `A threshold should stand where behaviour changes. The curve of the next order shows whether ${loyalOrders} orders make a regular; the table below where the scores of this month cut; the last part what other edges of recency would make of the segments.`,
  thresholdsTooFew: "There are fewer customers than the privacy limit allows to show.",
  thresholdsWindow: (months: number) => `In ${months} months`,
  thresholdsEver: "Ever",

  orderHistogramTitle: (once: number, months: number) => `${f.percent(once)} ordered once in ${months} months`,
  orderHistogramNone: "Orders per customer",
  orderHistogramSubtitle: (months: number) => `Customers by number of orders in the last ${months} months, and ever`,
  orderHistogramKey:
    "Bars and counts: the look-back window, which the scores use. Ticks: all orders ever. With +: as many or more.",

  nextOrderTitle: (first: number, orders: number, regular: number) =>
    orders === 1
      ? `After the first order ${f.percent(first)} order again.`
      : `After the first order ${f.percent(first)} order again, after the ${ordinal(orders)} ${f.percent(regular)}.`,
  nextOrderStopped: (stopped: number, all: number) =>
    `${f.integer(stopped)} of ${counted(f, all, "customer")} have not come back after the first order`,
  nextOrderNone: "The next order",
  nextOrderSubtitle: "Share of the customers with n orders who placed another, all orders ever",
  nextOrderNote: (orders: number) =>
    `In colour: the ${ordinal(orders)} order, from which the life cycle counts a customer as loyal. Who ordered for the first time last week still has time to return, so every share is a lower bound.`,
  nextOrderReached: "Reached it",
  nextOrderAgain: "Ordered again",

  scoreEdgesTitle: "The scores of this month cut cleanly",
  scoreEdgesWarning: (n: number) => `${counted(f, n, "warning")} about the scores of this month`,
  scoreEdgesSubtitle: "Per score the value that earns it, and the customers who have it",
  edgeMeasure: "Measure",
  edgeScore: (score: number) => `Score ${score}`,
  edgeDays: (days: number) => `up to ${counted(f, days, "day")}`,
  edgeOrders: (orders: number) => `from ${counted(f, orders, "order")}`,
  edgeMoney: (money: string) => `from ${money}`,
  edgeRest: "the rest",
  measureNames: {recency: "Recency", frequency: "Frequency", monetary: "Monetary value"},
  edgeMissing: (measure: string, score: number) =>
    `${measure}: nobody has the score ${score}, because one value holds all who could.`,
  edgeTie: (measure: string, score: number, people: number, share: number) =>
    `${measure}: ${counted(f, people, "customer")} (${f.percent(share)}) have one and the same value and the score ${score}; when their share crosses a fifth, all of them change score together.`,

  whatIfTitle: (segments: readonly string[], now: number, then: number, edges: string) =>
    `${either(segments)}: ${f.integer(now)} customers now, ${f.integer(then)} with the edges ${edges}`,
  whatIfSubtitle:
    "Customers per segment if recency were scored by other edges (largest days for the scores 5, 4, 3, 2)",
  whatIfNone: "Other edges of recency",
  whatIfShares: "This shop scores recency by share of the pool, not by days, so there is no edge to move.",
  whatIfNow: (edges: string) => `Now: ${edges}`,
  whatIfOther: (edges: string) => edges,
  whatIfNote:
    "Frequency and money stay as they are. The edges in force are an option of the configuration: rfm.recencyDays.",
  finderTitle: "Try other edges",
  finderAbout: "Move an edge and see who changes segment. Nothing is saved.",
  finderScore: (score: number) => `Score ${score} up to`,
  finderDays: "# days",
  finderReset: "Back to the edges in force",
  finderNow: "Now",
  finderTrial: "Then",
  diffTitle: (name: string, moved: number, all: number) =>
    `“${name}”: ${f.integer(moved)} of ${counted(f, all, "customer")} (${f.percent(moved / all)}) would be elsewhere`,
  diffOtherMap: (name: string, all: number, states: number) =>
    `“${name}”: the same ${counted(f, all, "customer")} in ${f.integer(states)} groups`,
  diffSubtitle: "Customers of the newest month by segment now and under the other definition",
  diffCorner: "Now, down; then, across",
  diffNone: "Compare with another definition",
  diffHow:
    "A definition that is listed in the configuration as an alternative is scored on the same month, and this place shows who would be in another segment:",
  diffExample: '{name: "Two years", rfm: {windowMonths: 24}}',
});
