/** What a group of customers bought in a period. */
export interface Sales {
  /** Those who bought. */
  customers: number;
  orders: number;
  /** Units sold. */
  units: number;
  /** In the reporting currency. */
  revenue: number;
}

/** What revenue per customer is the product of: units per order × revenue per unit × orders per customer. */
export interface Levers {
  /** Revenue per order (AOV). */
  basketValue: number;
  /** Units per order. */
  itemsPerBasket: number;
  /** Orders per customer. */
  frequency: number;
  /** Revenue per unit; basketValue by itemsPerBasket. */
  itemValue: number;
  /** basketValue × frequency. */
  revenuePerCustomer: number;
}

/** How far a lever is from its target, and what reaching it alone would bring. */
export interface LeverGap {
  actual: number;
  target: number;
  /** target less actual: positive where something is missing. */
  gap: number;
  /** Revenue of the same customers at the target, the other levers as they are, less the actual revenue. */
  revenueGain: number;
}

/** @returns null for a group without orders; itemsPerBasket and itemValue are NaN where no units are known */
export function measureLevers({customers, orders, units, revenue}: Sales): Levers | null {
  if (customers <= 0 || orders <= 0) return null;
  const isCounted = units > 0;
  return {
    basketValue: revenue / orders,
    itemsPerBasket: isCounted ? units / orders : Number.NaN,
    frequency: orders / customers,
    itemValue: isCounted ? revenue / units : Number.NaN,
    revenuePerCustomer: revenue / customers,
  };
}

const leverNames = ["basketValue", "itemsPerBasket", "frequency"] as const;
/** The three levers that a shop can pull. */
export type LeverName = (typeof leverNames)[number];

/**
 * The gap of each lever that has a target. Revenue is proportional to each lever alone: a further unit in the basket is worth
 * what a unit is worth now, a further order what an order is.
 *
 * @returns null for a group without orders
 * @throws RangeError for a target that is not above 0
 */
export function measureLeverGaps(
  sales: Sales,
  targets: Readonly<Partial<Record<LeverName, number>>>,
): Partial<Record<LeverName, LeverGap>> | null {
  const levers = measureLevers(sales);
  if (levers === null) return null;
  const gaps: Partial<Record<LeverName, LeverGap>> = {};
  for (const name of leverNames) {
    const target = targets[name];
    if (target === undefined) continue;
    if (!(target > 0)) throw new RangeError(`invalid target of ${name}: ${target}`);
    const actual = levers[name];
    gaps[name] = {actual, target, gap: target - actual, revenueGain: sales.revenue * (target / actual - 1)};
  }
  return gaps;
}

/** What each factor contributes to a difference in revenue per customer; the three add up to it. */
export interface LeverDifference {
  itemsPerBasket: number;
  itemValue: number;
  frequency: number;
}

/**
 * Splits the difference in revenue per customer between two groups, or two periods, among its three factors, without a rest
 * and whichever is taken first: by the logarithmic mean (Ang 2005, LMDI-I).
 *
 * @returns to less from; null where a factor of either is not above 0
 */
export function splitDifference(from: Levers, to: Levers): LeverDifference | null {
  const names = ["itemsPerBasket", "itemValue", "frequency"] as const;
  if (![from, to].every((levers) => names.every((name) => levers[name] > 0))) return null;
  const [before, after] = [from.revenuePerCustomer, to.revenuePerCustomer];
  const mean = before === after ? after : (after - before) / Math.log(after / before);
  const part = (name: (typeof names)[number]) => mean * Math.log(to[name] / from[name]);
  return {itemsPerBasket: part("itemsPerBasket"), itemValue: part("itemValue"), frequency: part("frequency")};
}
