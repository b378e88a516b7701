import {type Baskets, countBaskets} from "./baskets.ts";
import {growItemsets, type Itemsets} from "./frequent-itemsets.ts";
import {reduceBaskets} from "./reduce-baskets.ts";

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
  const least = Math.max(minCount, (descending[mostItems] ?? 0) + 1);
  const reduced = reduceBaskets(baskets, least);
  const limits = {maxItemsets: mostItemsets, raise: (tooLow: number) => 2 * tooLow};
  // Pairs are quickly counted, and where they are too many already, few of the larger sets need to be.
  const pairs = growItemsets(reduced, {...limits, least, maxItems: Math.min(2, maxItems)});
  const {found} = maxItems > 2 ? growItemsets(reduced, {...limits, least: pairs.least, maxItems}) : pairs;
  return found.sorted(countBaskets(baskets));
}
