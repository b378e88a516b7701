import {type Month, monthOf} from "../month.ts";
import type {CohortRow} from "./cohort-row.ts";

/** Months after the first order at which cohorts are compared, where they are so old. */
const COMPARED_MONTH = 6;
const FEWEST_MONTHS = 2;
const MOST_MONTHS = 12;
const MOST_COHORTS = 24;
/** Fewer cohorts make no average. */
const FEWEST_COHORTS = 3;
/** So many times the average of the cohorts before, or its inverse, is told, where it is far even for this shop's cohorts. */
const OUTSTANDING = 1.4;
/** Prices rise, so every cohort is some way from those before: so many times the usual way, on a logarithmic scale. */
const FAR = 2;

/** Net revenue per customer of a cohort, from the first order to the end of a month. */
export interface ValuePoint {
  monthNo: number;
  value: number;
}

export interface CohortValue {
  month: Month;
  customers: number;
  /** Full months whose money is known, from 0, without a gap. */
  points: ValuePoint[];
}

/** A cohort against the average of all before it. */
export interface ComparedCohort {
  cohort: CohortValue;
  monthNo: number;
  value: number;
  before: number;
  /** value by before. */
  ratio: number;
  beforeCurve: ValuePoint[];
}

export interface CohortValues {
  /** Newest cohorts, oldest first, without the first of all. */
  cohorts: CohortValue[];
  /** The one furthest from those before it, where it is far; else the newest that can be compared; null: none can. */
  subject: ComparedCohort | null;
  isOutstanding: boolean;
}

/** What the cohorts of a shop are worth as they grow older, and whether one of them is worth more or less than others. */
export function getCohortValues(rows: readonly CohortRow[]): CohortValues {
  const byMonth = new Map<Month, CohortRow[]>();
  for (const row of [...rows].sort((a, b) => Number(a.cohort) - Number(b.cohort) || a.period_no - b.period_no)) {
    const month = monthOf(row.cohort);
    byMonth.set(month, [...(byMonth.get(month) ?? []), row]);
  }
  const all = [...byMonth].slice(1).map(([month, cells]): CohortValue => {
    const end = cells.findIndex((cell) => cell.is_incomplete || cell.net_revenue_per_customer === null);
    const known = (end < 0 ? cells : cells.slice(0, end)).slice(0, MOST_MONTHS + 1);
    return {
      month,
      customers: cells[0]!.customers,
      points: known.map((cell) => ({monthNo: cell.period_no, value: cell.net_revenue_per_customer!})),
    };
  });
  const cohorts = all.slice(-MOST_COHORTS);
  const compared = cohorts.flatMap((cohort) => compare(cohort, all.slice(0, all.indexOf(cohort))) ?? []);
  const distance = ({ratio}: ComparedCohort) => Math.abs(Math.log(ratio));
  const sorted = [...compared].sort((a, b) => distance(b) - distance(a));
  const [furthest, usual] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  const isOutstanding =
    furthest !== undefined && distance(furthest) >= Math.max(Math.log(OUTSTANDING), FAR * distance(usual!));
  return {cohorts, subject: (isOutstanding ? furthest : compared.at(-1)) ?? null, isOutstanding};
}

function compare(cohort: CohortValue, before: readonly CohortValue[]): ComparedCohort | undefined {
  const monthNo = Math.min(COMPARED_MONTH, cohort.points.length - 1);
  const beforeCurve = Array.from({length: MOST_MONTHS + 1}, (_, no) => no).flatMap((no) => average(before, no));
  const usual = beforeCurve.find((point) => point.monthNo === monthNo)?.value;
  const value = cohort.points[monthNo]?.value;
  if (monthNo < FEWEST_MONTHS || usual === undefined || value === undefined || usual <= 0 || value <= 0)
    return undefined;
  return {cohort, monthNo, value, before: usual, ratio: value / usual, beforeCurve};
}

function average(cohorts: readonly CohortValue[], monthNo: number): ValuePoint[] {
  const known = cohorts.filter(({points}) => points.length > monthNo);
  if (known.length < FEWEST_COHORTS) return [];
  const customers = known.reduce((sum, cohort) => sum + cohort.customers, 0);
  const money = known.reduce((sum, cohort) => sum + cohort.points[monthNo]!.value * cohort.customers, 0);
  return [{monthNo, value: money / customers}];
}
