import type {PurchaseRow} from "./btyd/purchase-row.ts";
import type {ValueRow} from "./fit-gamma-gamma.ts";

const DAYS_PER_WEEK = 7;

/** Different histories up to which days are told apart. */
const MOST_HISTORIES = 30_000;

/**
 * Customers as rows of a likelihood, times in weeks. Where there are more than 30,000 different histories, times are taken to
 * whole weeks first: that hardly moves a parameter, by half a percent for 430,000 customers, and a fit takes a quarter of the time.
 *
 * @param frequency repeat purchases
 * @param lastDays days from the first purchase to the last
 * @param ageDays days from the first purchase to the end
 * @param customers of whom all three hold
 */
export function groupHistories(
  frequency: ArrayLike<number>,
  lastDays: ArrayLike<number>,
  ageDays: ArrayLike<number>,
  customers: ArrayLike<number>,
): PurchaseRow[] {
  if (frequency.length <= MOST_HISTORIES)
    return Array.from(customers, (count, i) => ({
      frequency: frequency[i]!,
      ageAtLastPurchase: lastDays[i]! / DAYS_PER_WEEK,
      age: ageDays[i]! / DAYS_PER_WEEK,
      customers: count,
    }));
  const weeks = (days: number) => Math.round(days / DAYS_PER_WEEK);
  const groups = new Map<string, Required<PurchaseRow>>();
  for (let i = 0; i < frequency.length; i++) {
    const count = customers[i]!;
    const x = frequency[i]!;
    const age = weeks(ageDays[i]!);
    const last = Math.min(age, weeks(lastDays[i]!));
    const key = `${x} ${last} ${age}`;
    const own = groups.get(key);
    if (own) own.customers += count;
    else groups.set(key, {frequency: x, ageAtLastPurchase: last, age, customers: count});
  }
  return [...groups.values()];
}

/**
 * Customers who have bought again and were worth something, as rows of the model of values: mean values of a purchase are
 * taken to three digits, so that many are alike.
 *
 * @param frequency repeat purchases
 * @param repeatRevenue what those were worth together; who is worth nothing is left out
 */
export function groupValues(frequency: ArrayLike<number>, repeatRevenue: ArrayLike<number>): ValueRow[] {
  const groups = new Map<string, Required<ValueRow>>();
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    if (x === 0 || !(repeatRevenue[i]! > 0)) continue;
    const text = (repeatRevenue[i]! / x).toPrecision(3);
    const key = `${x} ${text}`;
    const own = groups.get(key);
    if (own) own.customers++;
    else groups.set(key, {frequency: x, meanValue: Number(text), customers: 1});
  }
  return [...groups.values()];
}
