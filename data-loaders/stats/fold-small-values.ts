/** The name of the values that are put together because too few people have each. */
const OTHER = "other";

/**
 * Under which name each value of an attribute is told: its own where at least `k` people have it, `other` for smaller ones;
 * an `other` that is small itself takes in the next smallest value.
 *
 * @param sizes people by value
 * @param k fewest people of a value
 */
export function foldSmallValues(sizes: ReadonlyMap<string, number>, k: number): Map<string, string> {
  const sorted = [...sizes].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const names = new Map<string, string>();
  let folded = 0;
  for (const [value, size] of sorted) {
    const isOwn = size >= k && (folded === 0 || folded >= k);
    if (!isOwn) folded += size;
    names.set(value, isOwn ? value : OTHER);
  }
  return names;
}
