import type {BasketLevel} from "./basket-rows.ts";

/** A thing of a basket: a product by its code, or a category by all levels above it. */
export interface Item {
  level: BasketLevel;
  item: string;
  name: string | null;
}

/** What separates the levels of a category in published tables. */
const SEPARATOR = " > ";

/**
 * What to call each thing: a product by its name, a category by its own level alone; where two of a level would be called
 * the same, the product's code or the levels above tell them apart, as many as it takes.
 *
 * @param spell what becomes of each name that a shop gave, the ones of which a longer name is made up too
 * @returns the name of a thing of a level, its parts isolated; the thing itself where it was not among the given ones
 */
export function getItemNames(
  items: readonly Item[],
  spell: (name: string) => string = String,
): (level: BasketLevel, item: string) => string {
  const namesOf = new Map<string, string[][]>();
  const namesakes = new Map<string, number>();
  for (const {level, item, name} of items) {
    const key = `${level}\n${item}`;
    if (namesOf.has(key)) continue;
    const names = level === "product" ? [[name ?? item]] : listNames(item.split(SEPARATOR));
    namesOf.set(key, names);
    for (const called of new Set(names.map((parts) => [level, ...parts].join("\n"))))
      namesakes.set(called, (namesakes.get(called) ?? 0) + 1);
  }
  return (level, item) => {
    const names = namesOf.get(`${level}\n${item}`) ?? [[item]];
    const own = names.find((parts) => (namesakes.get([level, ...parts].join("\n")) ?? 0) < 2);
    if (!own && level === "product") return `${spell(names[0]![0]!)} (${spell(item)})`;
    return (own ?? names.at(-1)!).map(spell).join(" › ");
  };
}

/** What a category may be called, the shortest first: by itself, with the level above, with the uppermost one, with all. */
function listNames(levels: readonly string[]): string[][] {
  return [levels.slice(-1), levels.slice(-2), [levels[0]!, levels.at(-1)!], [...levels]];
}
