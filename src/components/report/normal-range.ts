import {type Month, monthDate} from "../month.ts";
import type {MigrationLimitRow, Verdict} from "./movement-rows.ts";

/** How many customers would be nothing unusual, and whether the month is. */
export interface NormalRange {
  verdict: Verdict;
  /** Customers; null where nothing is charted. A count is unusual only outside both charts, so the range spans both. */
  range: [number, number] | null;
  /** Months that the range rests on. */
  baselineMonths: number;
}

/** The normal range of a movement (default: the headline) by month. */
export function getNormalRanges(rows: readonly MigrationLimitRow[], movement = "slide"): Map<number, NormalRange> {
  return new Map(
    rows
      .filter((row) => row.movement === movement)
      .map((row) => [
        row.month.getTime(),
        {verdict: row.verdict, range: getRange(row), baselineMonths: row.baseline_months},
      ]),
  );
}

export function rangeOf(ranges: ReadonlyMap<number, NormalRange>, month: Month): NormalRange | undefined {
  return ranges.get(monthDate(month).getTime());
}

function getRange(row: MigrationLimitRow): [number, number] | null {
  const {p_lower, p_upper, xmr_lower, xmr_upper, base_customers: base} = row;
  if (p_lower === null || p_upper === null || xmr_lower === null || xmr_upper === null) return null;
  return [Math.ceil(Math.min(p_lower, xmr_lower) * base), Math.floor(Math.max(p_upper, xmr_upper) * base)];
}
