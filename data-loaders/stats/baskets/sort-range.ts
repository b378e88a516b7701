/** Sorts a part of an array ascending, in place: millions of baskets of a few items each, where a view of each costs more. */
export function sortRange(array: Int32Array, begin: number, end: number): void {
  if (end - begin > 24) {
    array.subarray(begin, end).sort();
    return;
  }
  for (let i = begin + 1; i < end; i++) {
    const value = array[i]!;
    let place = i;
    for (; place > begin && array[place - 1]! > value; place--) array[place] = array[place - 1]!;
    array[place] = value;
  }
}
