import type {Itemsets} from "./frequent-itemsets.ts";

/**
 * For each item of each set, in the order of `items`: which set is left without it; −1 for a single item.
 *
 * @throws RangeError where that set is missing
 */
export function linkSubsets({offsets, items, counts}: Itemsets): Int32Array {
  const links = new Int32Array(items.length).fill(-1);
  // Sets are in order of size, then items: those of a size are a block that can be searched by halves.
  let blockBegin = 0;
  for (let begin = 0; begin < counts.length; ) {
    const size = offsets[begin + 1]! - offsets[begin]!;
    let end = begin;
    while (end < counts.length && offsets[end + 1]! - offsets[end]! === size) end++;
    if (size > 1)
      for (let set = begin; set < end; set++)
        for (let place = offsets[set]!; place < offsets[set + 1]!; place++)
          links[place] = findSet(offsets[set]!, place, size - 1, blockBegin, begin);
    blockBegin = begin;
    begin = end;
  }
  return links;

  function findSet(start: number, skipped: number, size: number, blockBegin: number, blockEnd: number): number {
    let [low, high] = [blockBegin, blockEnd - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compare(offsets[middle]!, start, skipped, size);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    const wanted = [...items.subarray(start, start + size + 1)].filter((_, i) => start + i !== skipped);
    throw new RangeError(`itemsets lack {${wanted.join(", ")}}, a part of one of them`);
  }

  function compare(found: number, start: number, skipped: number, size: number): number {
    for (let i = 0, place = start; i < size; i++, place++) {
      if (place === skipped) place++;
      if (items[found + i] !== items[place]) return items[found + i]! - items[place]!;
    }
    return 0;
  }
}
