import type {Baskets} from "./baskets.ts";
import {sortRange} from "./sort-range.ts";

/** Baskets cut down to frequent items, in one row of numbers. Items are renumbered, the rarest is 0. */
export interface ReducedBaskets {
  /** The baskets one after another, the rarest item first, each followed by −1. */
  line: Int32Array;
  /** The number that each item had before. */
  itemOf: Int32Array;
  /** Baskets that have the item. */
  countOf: Int32Array;
  /** Where the places of each item begin in `places`, and where the last one's end. */
  starts: Int32Array;
  /** Where in the line an item stands. */
  places: Int32Array;
  /** How many baskets are like the one that a place is in. */
  weights: Int32Array;
}

/** Leaves out items that fewer than `least` baskets have and baskets with one item left, and puts alike baskets together. */
export function reduceBaskets({offsets, items, itemCount}: Baskets, least: number): ReducedBaskets {
  const counts = new Int32Array(itemCount);
  for (const item of items) counts[item]!++;
  const itemOf = Int32Array.from({length: itemCount}, (_, item) => item)
    .filter((item) => counts[item]! >= least)
    .sort((a, b) => counts[a]! - counts[b]! || a - b);
  const rankOf = new Int32Array(itemCount).fill(-1);
  itemOf.forEach((item, rank) => {
    rankOf[item] = rank;
  });

  const line = new Int32Array(items.length + offsets.length);
  const starts = new Int32Array(itemOf.length + 1);
  const known = new BasketTable(line, offsets.length);
  for (let basket = 0; basket + 1 < offsets.length; basket++) {
    const begin = known.length;
    let end = begin;
    for (let i = offsets[basket]!; i < offsets[basket + 1]!; i++) {
      const rank = rankOf[items[i]!]!;
      if (rank >= 0) line[end++] = rank;
    }
    if (end - begin < 2) continue;
    sortRange(line, begin, end);
    if (known.add(end)) for (let i = begin; i < end; i++) starts[line[i]! + 1]!++;
  }
  for (let rank = 0; rank < itemOf.length; rank++) starts[rank + 1]! += starts[rank]!;

  const places = new Int32Array(starts[itemOf.length]!);
  const weights = new Int32Array(places.length);
  const next = starts.slice();
  for (let basket = 0, place = 0; basket < known.size; basket++, place++)
    for (; line[place]! >= 0; place++) {
      const free = next[line[place]!]!++;
      places[free] = place;
      weights[free] = known.weights[basket]!;
    }
  return {
    line: line.slice(0, known.length),
    itemOf,
    countOf: itemOf.map((item) => counts[item]!),
    starts,
    places,
    weights,
  };
}

/** Finds baskets that are alike, by hashing. */
class BasketTable {
  /** End of what is kept in the line. */
  length = 0;
  /** Different baskets. */
  size = 0;
  readonly weights: Int32Array;
  readonly #line: Int32Array;
  readonly #begins: Int32Array;
  readonly #slots: Int32Array;

  constructor(line: Int32Array, most: number) {
    this.#line = line;
    this.weights = new Int32Array(most);
    this.#begins = new Int32Array(most);
    this.#slots = new Int32Array(2 << (32 - Math.clz32(most))).fill(-1);
  }

  /** Takes the basket that stands between the end of the line and `end`; whether it is a new one. */
  add(end: number): boolean {
    const begin = this.length;
    const mask = this.#slots.length - 1;
    let hash = 0x811c9dc5;
    for (let i = begin; i < end; i++) hash = Math.imul(hash ^ this.#line[i]!, 0x01000193);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const basket = this.#slots[slot]!;
      if (basket < 0) {
        this.#slots[slot] = this.size;
        this.#begins[this.size] = begin;
        this.weights[this.size++] = 1;
        this.#line[end] = -1;
        this.length = end + 1;
        return true;
      }
      if (this.#isEqual(this.#begins[basket]!, begin, end)) {
        this.weights[basket]!++;
        return false;
      }
    }
  }

  #isEqual(other: number, begin: number, end: number): boolean {
    for (let i = begin; i < end; i++) if (this.#line[other + i - begin] !== this.#line[i]) return false;
    return this.#line[other + end - begin] === -1;
  }
}
