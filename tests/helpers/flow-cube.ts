import {expect} from "vitest";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {publishedRows} from "./published-rows.ts";

interface FlowRow {
  month: string;
  dimension: string;
  value: string;
  from_segment: string;
  to_segment: string | null;
  customers: number;
  revenue_at_stake: number | null;
}

interface CubeRow {
  month: string;
  dimension: string;
  value: string;
  segment: string | null;
  customers: number;
}

interface MigrationRow {
  month: string;
  horizon_months: number;
  from_segment: string;
  to_segment: string;
  customers: number;
  revenue_at_stake: number | null;
}

/** Holds the published flow cube to its promise: no cell of few people, none by subtraction, and flows that add up. */
export async function expectSafeFlowCube(warehouse: Warehouse, minCustomers: number): Promise<void> {
  const rows = await publishedRows<FlowRow>(warehouse, "flow-cube");
  const cells = rows.filter((row) => row.to_segment !== null);
  expect(rows.filter((row) => row.customers < minCustomers)).toEqual([]);
  const sumBy = (list: readonly FlowRow[], ...columns: (keyof FlowRow)[]) => {
    const sums = new Map<string, number>();
    for (const row of list) {
      const key = columns.map((column) => row[column]).join(" | ");
      sums.set(key, (sums.get(key) ?? 0) + row.customers);
    }
    return sums;
  };
  // What joined `other` within a flow only is beyond the totals of the values that are other.
  const named = cells.filter((row) => row.value !== "other");
  const expectCovered = (whole: number, key: string, shown: ReadonlyMap<string, number>) => {
    const hidden = whole - (shown.get(key) ?? 0);
    expect([key, hidden, hidden === 0 || hidden >= minCustomers]).toEqual([key, hidden, true]);
  };
  const byOrigin = sumBy(named, "month", "dimension", "value", "from_segment");
  for (const row of rows.filter((one) => one.to_segment === null && one.value !== "other"))
    expectCovered(row.customers, [row.month, row.dimension, row.value, row.from_segment].join(" | "), byOrigin);
  const byTarget = sumBy(named, "month", "dimension", "value", "to_segment");
  const byValue = sumBy(named, "month", "dimension", "value");
  const cube = await publishedRows<CubeRow>(warehouse, "customer-cube");
  const later = cube.filter((row) => row.value !== "other" && row.month !== cube[0]?.month);
  for (const {month, dimension, value, segment, customers} of later)
    if (segment === null) expectCovered(customers, [month, dimension, value].join(" | "), byValue);
    else expectCovered(customers, [month, dimension, value, segment].join(" | "), byTarget);
  await expectLikeMigration(warehouse, cells, minCustomers);
}

async function expectLikeMigration(
  warehouse: Warehouse,
  cells: readonly FlowRow[],
  minCustomers: number,
): Promise<void> {
  const migration = await publishedRows<MigrationRow>(warehouse, "segment-migration");
  const dimensions = [...new Set(cells.map((row) => `${row.month} ${row.dimension}`))];
  for (const flow of migration.filter((row) => row.horizon_months === 1 && row.customers > 0)) {
    const own = cells.filter(
      (row) => row.month === flow.month && row.from_segment === flow.from_segment && row.to_segment === flow.to_segment,
    );
    for (const name of dimensions.filter((one) => one.startsWith(flow.month))) {
      const shown = own.filter((row) => `${row.month} ${row.dimension}` === name);
      const people = shown.reduce((sum, row) => sum + row.customers, 0);
      expect([name, people]).toEqual([name, flow.customers < minCustomers ? 0 : flow.customers]);
      if (shown.length === 0 || flow.from_segment === flow.to_segment) continue;
      if (flow.revenue_at_stake === null) expect(shown.every((row) => row.revenue_at_stake === null)).toBe(true);
      else expect(shown.reduce((sum, row) => sum + row.revenue_at_stake!, 0)).toBeCloseTo(flow.revenue_at_stake, 3);
    }
  }
}
