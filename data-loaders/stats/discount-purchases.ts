import type {Horizon} from "./score-customers.ts";

interface Discounting {
  /** Length of a month in the model's unit of time; by default in weeks, 365.25/84. */
  monthLength?: number;
  /** Share by which a month's delay lowers the worth of money; default 0.01. */
  monthlyRate?: number;
}

/**
 * The present value of the purchases of the coming months, as a sum of expectations: those of month k count 1/(1 + d)^k, as
 * if all of them came at its end.
 *
 * @param months whole number above 0
 * @throws RangeError for other months, a month's length not above 0, or a rate not above −1
 */
export function discountPurchases(
  months: number,
  {monthLength = 365.25 / 84, monthlyRate = 0.01}: Discounting = {},
): Horizon {
  if (!Number.isSafeInteger(months) || months < 1) throw new RangeError(`invalid months: ${months}`);
  if (!(monthLength > 0)) throw new RangeError(`invalid monthLength: ${monthLength}`);
  if (!(monthlyRate > -1)) throw new RangeError(`invalid monthlyRate: ${monthlyRate}`);
  if (monthlyRate === 0) return {times: [months * monthLength], weights: [1]};
  const discount = (k: number) => (1 + monthlyRate) ** -k;
  const ends = Array.from({length: months}, (_, i) => i + 1);
  return {
    times: ends.map((k) => k * monthLength),
    weights: ends.map((k) => discount(k) - (k === months ? 0 : discount(k + 1))),
  };
}
