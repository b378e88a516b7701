import {UserError} from "../user-error.ts";

/** An item of a basket level: a product, or a category with those above it. */
export interface NamedItem {
  level: string;
  itemNo: number;
  /** The product's id, or `department > category`. */
  item: string;
}

/** What stands between a category and those above it. */
const SEPARATOR = " > ";

/**
 * The items that the shop's own lives are of. A name is a product's id as it is written, a category's path, or the last part
 * of one, in any case; one that several categories have is each one's, but a longer name goes before a shorter one.
 *
 * @param overrides days by name
 * @param items every item of every level
 * @returns days by item number, by level
 * @throws UserError naming those that nothing is called
 */
export function matchLives(
  overrides: Readonly<Record<string, number>>,
  items: readonly NamedItem[],
): Map<string, Map<number, number>> {
  const lives = new Map<string, Map<number, number>>();
  const unknown: string[] = [];
  const isPath = (name: string) => name.includes(SEPARATOR);
  const names = Object.keys(overrides).sort((a, b) => Number(isPath(a)) - Number(isPath(b)));
  for (const name of names) {
    const wanted = fold(name);
    const found = items.filter(({level, item}) => {
      if (level === "product") return item === name;
      return fold(item) === wanted || fold(item.split(SEPARATOR).at(-1)!) === wanted;
    });
    if (found.length === 0) unknown.push(JSON.stringify(name));
    for (const {level, itemNo} of found)
      lives.set(level, (lives.get(level) ?? new Map<number, number>()).set(itemNo, overrides[name]!));
  }
  if (unknown.length > 0)
    throw new UserError(`productLife.overrides: no product or category is called ${unknown.join(", ")}`);
  return lives;
}

/** The same for both cases in Turkish and in English. */
function fold(text: string): string {
  return text.normalize("NFC").replace(/[İIı]/g, "i").toLowerCase();
}
