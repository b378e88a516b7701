/** What a basket's lines are looked at as: products, or the categories that they belong to. */
const basketLevels = ["product", "subcategory", "category", "department"] as const;
type BasketLevel = (typeof basketLevels)[number];

/** Lines of one level: those whose product belongs to an item of it. */
export interface LevelLines {
  level: BasketLevel;
  /** Which of the lines these are. */
  lines: Int32Array;
  /** Item number of each. */
  itemOf: Int32Array;
  itemCount: number;
}

/**
 * The lines at each level that has items.
 *
 * @param productOf product number of each line
 * @param numbersOf for each level, or the first ones, the item number of each product; −1 for none
 */
export function listLevelLines(productOf: Int32Array, numbersOf: readonly Int32Array[]): LevelLines[] {
  return numbersOf.flatMap((numbers, i) => {
    const level = basketLevels[i]!;
    const itemCount = numbers.reduce((most, number) => Math.max(most, number), -1) + 1;
    if (itemCount === 0) return [];
    const lines = new Int32Array(productOf.length);
    const itemOf = new Int32Array(productOf.length);
    let length = 0;
    for (let line = 0; line < productOf.length; line++) {
      const item = numbers[productOf[line]!]!;
      if (item < 0) continue;
      lines[length] = line;
      itemOf[length++] = item;
    }
    return [{level, lines: lines.subarray(0, length), itemOf: itemOf.subarray(0, length), itemCount}];
  });
}
