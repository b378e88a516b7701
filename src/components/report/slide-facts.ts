import {type Month, monthDate} from "../month.ts";
import type {SlideRow, SlideTrendRow} from "./slide-rows.ts";

/** The headline figures of a month. Customers moved by the scale alone (cause `thresholds`) are counted apart. */
export interface SlideFacts {
  count: number;
  excluded: number;
  base: number;
  usual: number | null;
  /** Count less usual, of the rounded figures that are printed; null where the two are not comparable. */
  difference: number | null;
  stake: number | null;
  paths: SlidePath[];
  /** Customers who slid without an order in the month, and with one. */
  causes: {ageing: number; behaviour: number};
}

export interface SlidePath {
  states: string[];
  customers: number;
  revenue: number | null;
}

export function getSlideFacts(trend: readonly SlideTrendRow[], slides: readonly SlideRow[], month: Month): SlideFacts {
  const time = monthDate(month).getTime();
  const row = trend.find((r) => r.month.getTime() === time);
  if (!row) throw new Error(`missing month in slide-trend: ${month}`);
  const counted = slides.filter((r) => r.month.getTime() === time && r.cause !== "thresholds");
  const without = counted.filter((r) => r.cause === "ageing").reduce((sum, r) => sum + r.customers, 0);
  const usual = row.usual_customers === null ? null : Math.round(row.usual_customers);
  return {
    count: row.customers,
    excluded: row.customers_thresholds,
    base: row.base_customers,
    usual,
    difference: usual === null || row.is_partial ? null : row.customers - usual,
    stake: row.revenue_at_stake,
    paths: getPaths(counted),
    causes: {ageing: without, behaviour: row.customers - without},
  };
}

/** Rows by path, most customers first; a path is money withheld if any of its rows is. */
function getPaths(rows: readonly SlideRow[]): SlidePath[] {
  const paths = new Map<string, SlidePath>();
  for (const row of rows) {
    const path = paths.get(row.path) ?? {states: row.path.split(" → "), customers: 0, revenue: 0};
    path.customers += row.customers;
    path.revenue = path.revenue === null || row.revenue_at_stake === null ? null : path.revenue + row.revenue_at_stake;
    paths.set(row.path, path);
  }
  return [...paths].sort(([a, x], [b, y]) => y.customers - x.customers || (a < b ? -1 : 1)).map(([, path]) => path);
}
