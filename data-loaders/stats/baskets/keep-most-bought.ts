import type {LevelLines} from "./basket-levels.ts";

/**
 * The lines of the items that have most of them; of items with equally many, those with the lower numbers.
 *
 * @param most how many items
 * @param also items that are kept too, however few lines they have
 */
export function keepMostBought(level: LevelLines, most: number, also: Iterable<number> = []): LevelLines {
  const counts = new Int32Array(level.itemCount);
  for (const item of level.itemOf) counts[item]!++;
  const kept = new Uint8Array(level.itemCount);
  const ranked = Int32Array.from(counts, (_, item) => item).sort((a, b) => counts[b]! - counts[a]! || a - b);
  for (const item of ranked.subarray(0, most)) kept[item] = 1;
  for (const item of also) kept[item] = 1;
  const lines = new Int32Array(level.lines.length);
  const itemOf = new Int32Array(lines.length);
  let length = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!kept[level.itemOf[i]!]) continue;
    lines[length] = level.lines[i]!;
    itemOf[length++] = level.itemOf[i]!;
  }
  return {...level, lines: lines.subarray(0, length), itemOf: itemOf.subarray(0, length)};
}
