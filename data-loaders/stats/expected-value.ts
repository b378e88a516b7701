import type {GammaGammaParameter} from "./fit-gamma-gamma.ts";

/**
 * The value that a customer's purchases will have on average, between what the customer spent and what everybody spends
 * (Fader & Hardie 2013, eq. 5).
 *
 * @param frequency repeat purchases; without any the mean of the population, p v/(q − 1), which is infinite for q ≤ 1
 * @param meanValue of them, in the unit of v; not read without any
 * @returns in the unit of v
 */
export function expectedValue(
  {p, q, v}: Record<GammaGammaParameter, number>,
  frequency: number,
  meanValue: number,
): number {
  const degrees = p * frequency + q - 1;
  if (degrees <= 0) return Number.POSITIVE_INFINITY;
  return (p * (v + (frequency > 0 ? frequency * meanValue : 0))) / degrees;
}
