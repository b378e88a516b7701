/** A tenth of the customers, those who are worth most first. */
export interface Decile {
  /** 1 for the customers worth most. */
  decile: number;
  customers: number;
  /** Sum of their values, in the unit of the values. */
  value: number;
  /** Of the sum of all values; null where that is not above 0. */
  share: number | null;
}

export interface Concentration {
  /**
   * 0 where all are worth the same, near 1 where one is worth everything; above 1 where many values are below 0; null where
   * the sum of values is not above 0.
   */
  gini: number | null;
  /** Without those that no customer falls into, which happens with fewer than ten. */
  deciles: Decile[];
}

/**
 * How unevenly value is spread over customers: the Gini coefficient (Gini 1912, in the form for sorted values) and the share
 * of each tenth. Customer i of n, most valuable first and counted from 0, is in tenth 1 + ⌊10 i/n⌋.
 *
 * @param values one per customer, in any order and unit
 * @throws RangeError for a value that is not finite, naming it
 */
export function concentration(values: ArrayLike<number>): Concentration {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const deciles: Decile[] = [];
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < n; i++) {
    const value = sorted[i]!;
    if (!Number.isFinite(value)) throw new RangeError(`invalid value: ${value}`);
    total += value;
    ranked += (2 * i + 1 - n) * value;
  }
  for (let i = 0; i < n; i++) {
    const decile = 1 + Math.floor((10 * i) / n);
    if (deciles.at(-1)?.decile !== decile) deciles.push({decile, customers: 0, value: 0, share: null});
    const own = deciles.at(-1)!;
    own.customers++;
    own.value += sorted[n - 1 - i]!;
  }
  if (total > 0) for (const own of deciles) own.share = own.value / total;
  return {gini: total > 0 ? ranked / (n * total) : null, deciles};
}
