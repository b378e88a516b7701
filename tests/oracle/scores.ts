/** Share below: 1 + floor(5 · strictly smaller values / all values). */
export function scoreByShareBelow(value: number, pool: readonly number[]): number {
  let smaller = 0;
  for (const other of pool) if (other < value) smaller++;
  return 1 + Math.floor((5 * smaller) / pool.length);
}

/** 5 up to and including the first edge, 1 above the last. */
export function scoreByDays(days: number, edges: readonly number[]): number {
  return 5 - edges.filter((edge) => days > edge).length;
}

/**
 * The share-below score that a value has under the edges of another pool. Those edges are the smallest values that reach
 * each score, so it is the score of the nearest value that is not larger, and 1 below all of them.
 */
export function scoreUnderEdges(value: number, pool: readonly number[]): number {
  let nearest = Number.NEGATIVE_INFINITY;
  for (const other of pool) if (other <= value && other > nearest) nearest = other;
  return nearest === Number.NEGATIVE_INFINITY ? 1 : scoreByShareBelow(nearest, pool);
}
