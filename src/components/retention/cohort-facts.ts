import {type Month, monthOf} from "../month.ts";
import type {CohortRow} from "./cohort-row.ts";

/** How far cohorts are shown: months or quarters after the first event, and newest cohorts. */
const SHOWN = {month: {periods: 12, cohorts: 24}, quarter: {periods: 8, cohorts: 12}};
/** Full months that a cohort needs to be one of the newest, of which so many are taken together. */
const COMPARED_MONTHS = 3;
const COMPARED_COHORTS = 3;
/** Fewer cohorts make no average. */
const FEWEST_COHORTS = 3;

export interface Cohort {
  /** Of a quarter its first. */
  month: Month;
  customers: number;
  /** Without a gap; from period 0 on, or from the first one of which there are data. */
  cells: CohortRow[];
}

/** Share of several cohorts that came back in a month after the first event. */
export interface CurvePoint {
  monthNo: number;
  share: number;
}

export interface CohortFacts {
  /** Newest cohorts, oldest first. */
  cohorts: Cohort[];
  /** Whether the first of them is the first of all, which holds earlier customers as well. */
  hasFirst: boolean;
  /** Months or quarters after the first event for which there is a column. */
  monthNos: number[];
  /** The average over all cohorts but the first of all, full periods alone. */
  average: CurvePoint[];
  /** Months of the first event of the newest cohorts with enough full months; empty where there are none, or none before. */
  newest: Month[];
  newestCurve: CurvePoint[];
  /** The average over the cohorts before those. */
  beforeCurve: CurvePoint[];
}

/**
 * What the page says of the cohorts of one pair of events and one period. Periods that are not over are in no average, and
 * neither is the first cohort of the data: it holds whoever had been there before them.
 */
export function getCohortFacts(rows: readonly CohortRow[]): CohortFacts {
  const byMonth = new Map<Month, CohortRow[]>();
  for (const row of [...rows].sort((a, b) => Number(a.cohort) - Number(b.cohort) || a.period_no - b.period_no)) {
    const month = monthOf(row.cohort);
    byMonth.set(month, [...(byMonth.get(month) ?? []), row]);
  }
  const shown = SHOWN[rows[0]?.period ?? "month"];
  const all = [...byMonth].map(([month, cells]): Cohort => ({month, customers: cells[0]!.customers, cells}));
  const last = Math.min(shown.periods, Math.max(0, ...rows.map((row) => row.period_no)));
  const monthNos = Array.from({length: last}, (_, i) => i + 1);
  const pool = (cohorts: readonly Cohort[]) => monthNos.flatMap((monthNo) => average(cohorts, monthNo));

  const later = all.slice(1);
  const full = later.filter((cohort) => findCell(cohort, COMPARED_MONTHS)?.is_incomplete === false);
  const newest = full.slice(-COMPARED_COHORTS);
  const before = pool(full.slice(0, -COMPARED_COHORTS));
  const isComparable = before.length > 0;
  return {
    cohorts: all.slice(-shown.cohorts),
    hasFirst: all.length <= shown.cohorts,
    monthNos,
    average: pool(later),
    newest: isComparable ? newest.map(({month}) => month) : [],
    newestCurve: isComparable ? pool(newest) : [],
    beforeCurve: before,
  };
}

/** The cell of a cohort so many periods after its first event. */
export function findCell({cells}: Cohort, periodNo: number): CohortRow | undefined {
  return cells[periodNo - cells[0]!.period_no];
}

function average(cohorts: readonly Cohort[], monthNo: number): CurvePoint[] {
  const cells = cohorts.flatMap((cohort) => findCell(cohort, monthNo) ?? []).filter((cell) => !cell.is_incomplete);
  if (cells.length < FEWEST_COHORTS) return [];
  const customers = cells.reduce((sum, cell) => sum + cell.customers, 0);
  return [{monthNo, share: cells.reduce((sum, cell) => sum + cell.customers_on, 0) / customers}];
}
