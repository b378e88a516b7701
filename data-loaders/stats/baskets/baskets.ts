import {sortRange} from "./sort-range.ts";

/** Transactions (orders, or customers) with what is in each of them, as numbers. */
export interface Baskets {
  /** Where each basket's items begin in `items`, and where the last one's end: one number more than there are baskets. */
  offsets: Int32Array;
  /** Item numbers, ascending within a basket, each once. */
  items: Int32Array;
  /** Item numbers are below it. */
  itemCount: number;
}

/**
 * Puts lines together into baskets, in time linear in the lines. Repeated lines count once; a basket without a line is empty.
 *
 * @param basketOf number of each line's basket, in any order
 * @param itemOf number of each line's item
 * @param basketCount how many baskets there are, empty ones included
 * @param itemCount how many items there are
 * @throws RangeError where the lists differ in length, or a number is not in [0, count), naming the line
 */
export function collectBaskets(
  basketOf: ArrayLike<number>,
  itemOf: ArrayLike<number>,
  basketCount: number,
  itemCount: number,
): Baskets {
  if (basketOf.length !== itemOf.length)
    throw new RangeError(`${basketOf.length} baskets of lines, but ${itemOf.length} items`);
  checkNumbers("basket", basketOf, basketCount);
  checkNumbers("item", itemOf, itemCount);
  const next = countUp(basketOf, basketCount);
  const sorted = new Int32Array(itemOf.length);
  for (let line = 0; line < itemOf.length; line++) sorted[next[basketOf[line]!]!++] = itemOf[line]!;
  const offsets = new Int32Array(basketCount + 1);
  let length = 0;
  for (let basket = 0, begin = 0; basket < basketCount; basket++) {
    const end = next[basket]!;
    sortRange(sorted, begin, end);
    for (let i = begin; i < end; i++) if (i === begin || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i]!;
    begin = end;
    offsets[basket + 1] = length;
  }
  return {offsets, items: sorted.slice(0, length), itemCount};
}

/** How many baskets there are, empty ones included. */
export function countBaskets({offsets}: Baskets): number {
  return offsets.length - 1;
}

/** Where each number's entries begin when a list is sorted by them. */
function countUp(numbers: ArrayLike<number>, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < numbers.length; i++) starts[numbers[i]! + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  return starts;
}

function checkNumbers(what: string, numbers: ArrayLike<number>, count: number): void {
  for (let line = 0; line < numbers.length; line++) {
    const number = numbers[line]!;
    if (!(Number.isInteger(number) && number >= 0 && number < count))
      throw new RangeError(`lines[${line}]: invalid ${what}: ${number}, there are ${count}`);
  }
}
