import {withholdSmallCells} from "./withhold-small-cells.ts";

/**
 * Some counts of people as they may be published beside their sum: small ones are withheld, and so is the next smallest while
 * together they are fewer than `k`, since the sum would tell them.
 *
 * @param counts people, each in one count
 * @param k fewest people in a published count that is not 0
 * @returns the counts, null where they are withheld
 */
export function withholdSmall<T extends string>(
  counts: Readonly<Record<T, number>>,
  k: number,
): Record<T, number | null> {
  const names = Object.keys(counts).sort() as T[];
  const [isWithheld] = withholdSmallCells([names.map((name) => counts[name])], k);
  const shown: Record<T, number | null> = {...counts};
  names.forEach((name, i) => {
    if (isWithheld![i]) shown[name] = null;
  });
  return shown;
}
