/** The values of a pool, smallest first; more is better. */
export type SortedValues = readonly number[];

export function sortValues(values: readonly number[]): SortedValues {
  return [...values].sort((a, b) => a - b);
}

/** Share below: 1 + floor(5 · strictly smaller values / all values). */
export function scoreByShareBelow(value: number, pool: SortedValues): number {
  return 1 + Math.floor((5 * countSmaller(value, pool)) / pool.length);
}

/** 1 for the first of n places, 5 for the last: groups of one size. */
function scoreByPlace(place: number, n: number): number {
  return n === 1 ? 1 : Math.max(1, Math.ceil((5 * (place - 1)) / (n - 1)));
}

/** Each person's score by place; equals stand in the order of their names. */
export function scorePlaces(people: readonly {name: string; value: number}[]): Map<string, number> {
  const ordered = [...people].sort((a, b) => a.value - b.value || (a.name < b.name ? -1 : 1));
  return new Map(ordered.map(({name}, i) => [name, scoreByPlace(i + 1, ordered.length)]));
}

/** 1, and one more for each edge that is reached. */
export function scoreByEdges(value: number, edges: readonly (number | null)[]): number {
  return 1 + edges.filter((edge) => edge !== null && value >= edge).length;
}

/** Part of the pool with a strictly smaller value, 0 to 1. */
export function shareBelow(value: number, pool: SortedValues): number {
  return countSmaller(value, pool) / pool.length;
}

/** Place between the smallest and the largest value, 0 to 1; 0 where they are equal. */
export function placeBetween(value: number, pool: SortedValues): number {
  const [low, high] = [pool[0]!, pool.at(-1)!];
  return low === high ? 0 : (value - low) / (high - low);
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
