import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {type Baskets, collectBaskets} from "../../../../data-loaders/stats/baskets/baskets.ts";
import type {Itemsets} from "../../../../data-loaders/stats/baskets/frequent-itemsets.ts";

/** `spell("abc", "ab", "")`: three baskets; a is item 0, b is item 1 … */
export function spell(...words: string[]): Baskets {
  return fromLists(words.map((word) => [...word].map((letter) => letter.charCodeAt(0) - 97)));
}

export function fromLists(baskets: readonly (readonly number[])[]): Baskets {
  const lines = baskets.flatMap((items, basket) => items.map((item) => [basket, item] as const));
  return collectBaskets(
    lines.map(([basket]) => basket),
    lines.map(([, item]) => item),
    baskets.length,
    Math.max(-1, ...lines.map(([, item]) => item)) + 1,
  );
}

export const sevenBaskets = spell("abc", "ab", "abd", "be", "ac", "ce", "abde");

/** `ab 3`, in the order of the sets. */
export function listSets({offsets, items, counts}: Itemsets): string[] {
  return Array.from(counts, (count, i) => `${toLetters(items.subarray(offsets[i]!, offsets[i + 1]!))} ${count}`);
}

export function toLetters(items: Iterable<number>): string {
  return Array.from(items, (item) => String.fromCharCode(97 + item)).join("");
}

/** How many sets there are of one item, of two … */
export function countBySize({offsets, counts}: Itemsets): number[] {
  const sizes: number[] = [];
  counts.forEach((_, i) => {
    const size = offsets[i + 1]! - offsets[i]!;
    sizes[size - 1] = (sizes[size - 1] ?? 0) + 1;
  });
  return sizes;
}

/** The Groceries of Hahsler et al. (2006), or what its items are in the given column of the item table. */
export function readGroceries(file: string, itemFile: string, level: "labels" | "level1" | "level2" = "labels") {
  const rows = (path: string) =>
    gunzipSync(readFileSync(path))
      .toString()
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.match(/"[^"]*"|[^,]+/g)!);
  const column = {labels: 0, level2: 1, level1: 2}[level];
  const unquote = (text: string) => text.replaceAll('"', "");
  const nameOf = new Map(rows(itemFile).map((row) => [unquote(row[0]!), unquote(row[column]!)]));
  const names = [...new Set(nameOf.values())].sort();
  const numberOf = new Map(names.map((name, i) => [name, i]));
  const lines = rows(file);
  const baskets = collectBaskets(
    lines.map(([basket]) => Number(basket) - 1),
    lines.map(([, item]) => numberOf.get(nameOf.get(unquote(item!))!)!),
    9835,
    names.length,
  );
  return {names, baskets};
}
