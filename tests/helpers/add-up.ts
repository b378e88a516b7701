import {expect} from "vitest";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {publishedRows} from "./published-rows.ts";

interface Size {
  month: string;
  segment: string;
  customers: number;
  order_count_month: number;
}

interface Flow {
  month: string;
  horizon_months: number;
  from_segment: string;
  to_segment: string;
  customers: number;
  share_of_origin: number | null;
  is_impossible: boolean;
}

/** Holds the published tables against each other, without an oracle: what must add up does. */
export async function expectAddsUp(warehouse: Warehouse): Promise<void> {
  const sizes = await publishedRows<Size>(warehouse, "segment-sizes");
  const flows = await publishedRows<Flow>(warehouse, "segment-migration");
  const months = [...new Set(sizes.map((size) => size.month))];
  const sizeOf = (month: string | undefined, segment: string) =>
    sizes.find((size) => size.month === month && size.segment === segment)?.customers;
  const total = (rows: readonly Flow[]) => rows.reduce((sum, row) => sum + row.customers, 0);
  for (const [cell, rows] of groupBy(flows, (flow) => `${flow.month} ${flow.horizon_months}`)) {
    const {month, horizon_months: horizon} = rows[0]!;
    const origin = months[months.indexOf(month) - horizon];
    for (const [from, row] of groupBy(rows, (flow) => flow.from_segment)) {
      if (from !== "unknown") expect(`${cell} ${from} ${total(row)}`).toBe(`${cell} ${from} ${sizeOf(origin, from)}`);
      const shares = row.reduce((sum, flow) => sum + (flow.share_of_origin ?? 0), 0);
      expect(shares).toBeCloseTo(total(row) > 0 ? 1 : 0, 9);
    }
    for (const [to, column] of groupBy(rows, (flow) => flow.to_segment))
      expect(`${cell} ${to} ${total(column)}`).toBe(`${cell} ${to} ${sizeOf(month, to)}`);
    expect(rows.filter((flow) => flow.is_impossible && flow.customers > 0)).toEqual([]);
  }
  const movers = flows.filter((flow) => flow.horizon_months === 1 && flow.from_segment !== flow.to_segment);
  const causes = await warehouse.query<{month: string; movers: number}>(
    "SELECT CAST(month AS VARCHAR) AS month, CAST(count(cause) AS INTEGER) AS movers FROM moves GROUP BY month",
  );
  expect(new Map(causes.map((row) => [row.month, row.movers]))).toEqual(
    new Map(
      [...groupBy(movers, (flow) => flow.month)]
        .map(([month, rows]): [string, number] => [month, total(rows)])
        .filter(([, count]) => count > 0),
    ),
  );
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
