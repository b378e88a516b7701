import type {Format} from "../format.ts";

/** What the page of the three levers says. */
export const enLevers = (f: Format) => ({
  leversTitle: "Levers",
  leversHeadline: {
    basket_value: (segment: string, actual: string, target: string, gain: number) =>
      `${segment} spend ${actual} an order; at ${target} they would bring ${f.compactMoney(gain)} more.`,
    items_per_basket: (segment: string, actual: string, target: string, gain: number) =>
      `${segment} take ${actual} units an order; with ${target} they would bring ${f.compactMoney(gain)} more.`,
    frequency: (segment: string, actual: string, target: string, gain: number) =>
      `${segment} order ${actual} times; at ${target} they would bring ${f.compactMoney(gain)} more.`,
  },
  leversPlain: "No lever is below its target.",
  leversTarget: (segment: string | null) =>
    segment === null
      ? "The target is the shop’s own."
      : `The target is what ${segment}, the next better segment in this, already reach.`,
  leversLead:
    "Net revenue is customers × orders per customer × value per order: a campaign raises the basket, the units in it or the number of orders.",
  leversTooFew: "Nobody bought within the window.",

  leverTitle: (basket: number | null, items: string | null, frequency: number) =>
    [
      basket !== null && `${f.money(basket)} an order`,
      items !== null && `${items} units in it`,
      `${f.decimal(frequency)} orders per customer`,
    ]
      .filter(Boolean)
      .join(", "),
  leverNone: "Three levers",
  leverSubtitle: (months: number) =>
    `Averages of who bought within the last ${months} months; after the arrow the target, where it is not reached`,
  leverGross: "Gross per order",
  leverNames: {basket_value: "Net per order", items_per_basket: "Units per order", frequency: "Orders per customer"},
  leverNote:
    "Gross: before cancellations and returns. Target: the shop’s own where its configuration gives one (levers.targets), else what the next better segment reaches: of the stronger ones that do better, the one that is nearest. Where none does better, there is no target.",
  leverTwin: "The same by category",

  gainTitle: (lever: "basket_value" | "items_per_basket" | "frequency", gain: number) =>
    `${{basket_value: "Value per order", items_per_basket: "Units per order", frequency: "Ordering more often"}[lever]} is worth most: ${f.compactMoney(gain)} over all segments`,
  gainNone: "What closing the gaps would bring",
  gainSubtitle: "Net revenue of the window that reaching the target of one lever alone would bring",
  gainReached: "Every lever is at its target.",
  gainLever: "Segment and lever",
  gainMoney: "Net revenue",
  gainNote:
    "A further order is taken to be worth what an order is worth now, a further unit what a unit is. Gains of different levers do not add up.",

  returnTitle: (orders: number, value: number | null) =>
    `Something comes back from ${f.percent(orders)} of orders${value === null ? "" : `, ${f.percent(value)} of the value`}`,
  returnNone: "What comes back",
  returnNothing: "No return is known.",
  returnSubtitle: "Returns within the window by orders, units and gross revenue of the window",
  returnRates: {return_rate_orders: "Orders", return_rate_units: "Units", return_rate_value: "Value"},
  returnNote: "A return counts on its own day, so the order behind it may be older than the window.",
});
