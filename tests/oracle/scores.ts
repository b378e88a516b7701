/** The values of a pool, smallest first; more is better. */
export type SortedValues = readonly number[];

export function sortValues(values: readonly number[]): SortedValues {
  return [...values].sort((a, b) => a - b);
}

/** Share below: 1 + floor(5 · strictly smaller values / all values). */
export function scoreByShareBelow(value: number, pool: SortedValues): number {
  return 1 + Math.floor((5 * countSmaller(value, pool)) / pool.length);
}

/** 5 up to and including the first edge, 1 above the last. */
export function scoreByDays(days: number, edges: readonly number[]): number {
  return 5 - edges.filter((edge) => days > edge).length;
}

/**
 * The share-below score that a value has under the edges of another pool. Those edges are the smallest values that reach
 * each score, so it is the score of the nearest value that is not larger, and 1 below all of them.
 */
export function scoreUnderEdges(value: number, pool: SortedValues): number {
  const smaller = countSmaller(value, pool);
  const nearest = pool[smaller] === value ? value : pool[smaller - 1];
  return nearest === undefined ? 1 : scoreByShareBelow(nearest, pool);
}

/** How many values are strictly smaller; by halving, because a pool has thousands. */
function countSmaller(value: number, pool: SortedValues): number {
  let low = 0;
  let high = pool.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pool[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
