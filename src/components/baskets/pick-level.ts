import type {BasketLevel} from "./basket-rows.ts";

/** Levels from the one that says most in few words: products are many, departments are nearly everything. */
const levelOrder: readonly BasketLevel[] = ["subcategory", "category", "product", "department"];

/** A lift that is worth a headline. */
const TELLING = 1.5;

/** The level that a page begins with: the first whose strongest row is telling, or the one with the strongest. */
export function pickLevel(rows: readonly {level: BasketLevel; lift: number}[]): BasketLevel | undefined {
  const strongest = levelOrder
    .map((level) => ({level, lift: Math.max(...rows.filter((row) => row.level === level).map((row) => row.lift), 0)}))
    .filter(({lift}) => lift > 0);
  const telling = strongest.find(({lift}) => lift >= TELLING);
  return (telling ?? strongest.sort((a, b) => b.lift - a.lift)[0])?.level;
}

/** Levels that have rows, from the finest. */
export function listLevels(rows: readonly {level: BasketLevel}[]): BasketLevel[] {
  const levels: BasketLevel[] = ["product", "subcategory", "category", "department"];
  return levels.filter((level) => rows.some((row) => row.level === level));
}
