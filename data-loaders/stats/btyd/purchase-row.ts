/**
 * What a buy-till-you-die model knows of a customer, or of several who are alike. Times are in any unit, weeks for example,
 * and all in the same.
 */
export interface PurchaseRow {
  /** x: repeat purchases, on different days, from the first purchase to the end of observation. */
  frequency: number;
  /** t_x: time from the first purchase to the last one; 0 without a repeat purchase. */
  ageAtLastPurchase: number;
  /** T: time from the first purchase to the end of observation. */
  age: number;
  /** Customers of whom all three hold; 1 where it is missing. */
  customers?: number;
}

/**
 * @throws RangeError that names the row and the value: a frequency that is no whole number from 0, times that are not
 *   0 ≤ t_x ≤ T < ∞, a t_x above 0 without a repeat purchase, customers not above 0
 */
export function checkPurchaseRow(row: PurchaseRow, name: string): void {
  const {frequency, ageAtLastPurchase, age, customers = 1} = row;
  const invalid = (what: string) => new RangeError(`${name}: ${what}`);
  if (!Number.isSafeInteger(frequency) || frequency < 0) throw invalid(`invalid frequency: ${frequency}`);
  if (!(age >= 0 && age < Number.POSITIVE_INFINITY)) throw invalid(`invalid age: ${age}`);
  if (!(ageAtLastPurchase >= 0)) throw invalid(`invalid ageAtLastPurchase: ${ageAtLastPurchase}`);
  if (ageAtLastPurchase > age) throw invalid(`ageAtLastPurchase ${ageAtLastPurchase} is after age ${age}`);
  if (frequency === 0 && ageAtLastPurchase > 0)
    throw invalid(`ageAtLastPurchase is ${ageAtLastPurchase} without a repeat purchase`);
  if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) throw invalid(`invalid customers: ${customers}`);
}

/** @throws RangeError where a time to predict over is not in [0, ∞) */
export function checkTime(t: number): void {
  if (!(t >= 0 && t < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid t: ${t}`);
}

/** @throws RangeError where a number of purchases is no whole number from 0 */
export function checkCount(x: number): void {
  if (!Number.isSafeInteger(x) || x < 0) throw new RangeError(`invalid x: ${x}`);
}
