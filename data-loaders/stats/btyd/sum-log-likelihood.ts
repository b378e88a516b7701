import type {GroupedRows} from "./group-rows.ts";

/**
 * The log-likelihood of all customers in the rows' unit of time, from the mean negative one in mean ages: each purchase has
 * a density per unit of time.
 */
export function sumLogLikelihood(
  {customers, frequencies, frequencyIndex, total, timeUnit}: GroupedRows,
  meanNegative: number,
): number {
  const purchases = customers.reduce((sum, count, i) => sum + count * frequencies[frequencyIndex[i]!]!, 0);
  return -total * meanNegative - purchases * Math.log(timeUnit);
}
