import {type Month, monthOf} from "../month.ts";
import type {CohortRow} from "../tables.ts";

/** Months after the first order that are shown. */
const MOST_MONTHS = 12;
/** Newest cohorts that are shown. */
const MOST_COHORTS = 24;
/** Full months that a cohort needs to be one of the newest, of which so many are taken together. */
const COMPARED_MONTHS = 3;
const COMPARED_COHORTS = 3;
/** Fewer cohorts make no average. */
const FEWEST_COHORTS = 3;

export interface Cohort {
  month: Month;
  customers: number;
  /** From month 0 on, without a gap. */
  cells: CohortRow[];
}

/** Share of several cohorts that ordered in a month after the first order. */
export interface CurvePoint {
  monthNo: number;
  share: number;
}

export interface CohortFacts {
  /** Newest cohorts, oldest first. */
  cohorts: Cohort[];
  /** Whether the first of them is the first of all, which holds earlier customers as well. */
  hasFirst: boolean;
  /** Months after the first order for which there is a column: 1 to 12 at most. */
  monthNos: number[];
  /** The average over all cohorts but the first of all, full months alone. */
  average: CurvePoint[];
  /** Months of the first order of the newest cohorts with enough full months; empty where there are none, or none before. */
  newest: Month[];
  newestCurve: CurvePoint[];
  /** The average over the cohorts before those. */
  beforeCurve: CurvePoint[];
}

/**
 * What the page says of the cohorts. Months that are not over are in no average, and neither is the first cohort of the data:
 * it holds whoever had bought before them.
 */
export function getCohortFacts(rows: readonly CohortRow[]): CohortFacts {
  const byMonth = new Map<Month, CohortRow[]>();
  for (const row of [...rows].sort((a, b) => Number(a.cohort) - Number(b.cohort) || a.month_no - b.month_no)) {
    const month = monthOf(row.cohort);
    byMonth.set(month, [...(byMonth.get(month) ?? []), row]);
  }
  const all = [...byMonth].map(([month, cells]): Cohort => ({month, customers: cells[0]!.customers, cells}));
  const last = Math.min(MOST_MONTHS, Math.max(0, ...rows.map((row) => row.month_no)));
  const monthNos = Array.from({length: last}, (_, i) => i + 1);
  const pool = (cohorts: readonly Cohort[]) => monthNos.flatMap((monthNo) => average(cohorts, monthNo));

  const later = all.slice(1);
  const full = later.filter(({cells}) => cells[COMPARED_MONTHS]?.is_incomplete === false);
  const newest = full.slice(-COMPARED_COHORTS);
  const before = pool(full.slice(0, -COMPARED_COHORTS));
  const isComparable = before.length > 0;
  return {
    cohorts: all.slice(-MOST_COHORTS),
    hasFirst: all.length <= MOST_COHORTS,
    monthNos,
    average: pool(later),
    newest: isComparable ? newest.map(({month}) => month) : [],
    newestCurve: isComparable ? pool(newest) : [],
    beforeCurve: before,
  };
}

function average(cohorts: readonly Cohort[], monthNo: number): CurvePoint[] {
  const cells = cohorts.flatMap(({cells}) => cells[monthNo] ?? []).filter((cell) => !cell.is_incomplete);
  if (cells.length < FEWEST_COHORTS) return [];
  const customers = cells.reduce((sum, cell) => sum + cell.customers, 0);
  return [{monthNo, share: cells.reduce((sum, cell) => sum + cell.customers_on, 0) / customers}];
}
