import type {Baskets} from "./baskets.ts";
import {findFrequentItemsets, type Itemsets, TooManyItemsets} from "./frequent-itemsets.ts";

interface Limits {
  /** Fewest baskets that have a set. */
  minCount: number;
  /** Most items in a set. */
  maxItems: number;
  /** Most single items to look at, the most frequent ones; ties at the end are left out. */
  mostItems: number;
  /** Most sets to find. */
  mostItemsets: number;
}

/**
 * The frequent itemsets of any shop within limits of time and memory: the minimum count is raised to what `mostItems` items
 * reach, and doubled until no more than `mostItemsets` sets are left. A shop with large baskets has millions of sets at a
 * threshold that suits another one.
 */
export function mineWithin(baskets: Baskets, {minCount, maxItems, mostItems, mostItemsets}: Limits): Itemsets {
  const counts = new Int32Array(baskets.itemCount);
  for (const item of baskets.items) counts[item]!++;
  const descending = counts.sort().reverse();
  for (let least = Math.max(minCount, (descending[mostItems] ?? 0) + 1); ; least *= 2)
    try {
      return findFrequentItemsets(baskets, {minCount: least, maxItems, maxItemsets: mostItemsets});
    } catch (error) {
      if (!(error instanceof TooManyItemsets)) throw error;
    }
}
