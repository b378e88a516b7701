import type {Baskets} from "./baskets.ts";

/**
 * Whether the baskets that hold all items of a set have so many owners; baskets of nobody (owner −1) count for nobody.
 *
 * @param ownerOf owner of each basket, equal ones next to each other
 * @param enough how many owners
 * @returns the answer for a set of item numbers
 */
export function createOwnerTest(
  {offsets, items, itemCount}: Baskets,
  ownerOf: Int32Array,
  enough: number,
): (set: readonly number[]) => boolean {
  const ends = new Int32Array(itemCount);
  for (const item of items) ends[item]!++;
  for (let item = 1; item < itemCount; item++) ends[item]! += ends[item - 1]!;
  const begins = new Int32Array(itemCount);
  begins.set(ends.subarray(0, Math.max(0, itemCount - 1)), 1);
  const next = begins.slice();
  const basketsOf = new Int32Array(items.length);
  for (let basket = 0; basket + 1 < offsets.length; basket++)
    for (let i = offsets[basket]!; i < offsets[basket + 1]!; i++) basketsOf[next[items[i]!]!++] = basket;

  return (set) => {
    const [first, ...rest] = set.toSorted((a, b) => ends[a]! - begins[a]! - (ends[b]! - begins[b]!) || a - b);
    const places = rest.map((item) => begins[item]!);
    let owners = 0;
    let last = -1;
    for (let i = begins[first!]!; i < ends[first!]! && owners < enough; i++) {
      const basket = basketsOf[i]!;
      if (ownerOf[basket] === -1 || ownerOf[basket] === last) continue;
      const isWhole = rest.every((item, k) => {
        while (places[k]! < ends[item]! && basketsOf[places[k]!]! < basket) places[k]!++;
        return places[k]! < ends[item]! && basketsOf[places[k]!] === basket;
      });
      if (!isWhole) continue;
      last = ownerOf[basket]!;
      owners++;
    }
    return owners >= enough;
  };
}
