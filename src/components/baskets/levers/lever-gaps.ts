import type {LeverName, LeverRow} from "./lever-row.ts";

export const leverNames: readonly LeverName[] = ["basket_value", "items_per_basket", "frequency"];

/** A lever of a segment that is below its target. */
export interface LeverGap {
  segment: string;
  lever: LeverName;
  actual: number;
  target: number;
  /** A segment's key, or `shop`. */
  from: string;
  /** Net revenue that reaching the target alone would bring. */
  gain: number;
}

/** Every gap that is worth anything, the largest first. */
export function listLeverGaps(rows: readonly LeverRow[]): LeverGap[] {
  return rows
    .filter(({dimension}) => dimension === "segment")
    .flatMap((row) =>
      leverNames.flatMap((lever): LeverGap[] => {
        const [actual, target, from, gain] = [
          row[lever],
          row[`${lever}_target`],
          row[`${lever}_target_from`],
          row[`${lever}_gain`],
        ];
        if (actual === null || target === null || from === null || !gain) return [];
        return [{segment: row.value, lever, actual, target, from, gain}];
      }),
    )
    .sort(
      (a, b) =>
        b.gain - a.gain ||
        (a.segment < b.segment ? -1 : Number(a.segment > b.segment)) ||
        leverNames.indexOf(a.lever) - leverNames.indexOf(b.lever),
    );
}
