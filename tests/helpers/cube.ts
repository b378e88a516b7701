import {expect} from "vitest";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {publishedRows} from "./published-rows.ts";

interface CubeRow {
  month: string;
  dimension: string;
  value: string;
  segment: string | null;
  customers: number;
  orders: number;
  net_revenue: number;
}

/** Holds the published cube to its promise: no cell of few people, none by subtraction, and nothing invented. */
export async function expectSafeCube(warehouse: Warehouse, minCustomers: number): Promise<void> {
  const rows = await publishedRows<CubeRow>(warehouse, "customer-cube");
  const known = await warehouse.query<{month: string; customers: number}>(
    "SELECT CAST(month AS VARCHAR) AS month, CAST(count(*) AS INTEGER) AS customers FROM rfm_snapshots GROUP BY month",
  );
  expect(rows.filter((row) => row.customers < minCustomers)).toEqual([]);
  for (const total of rows.filter((row) => row.segment === null)) {
    const own = rows.filter(
      (row) =>
        row.segment !== null &&
        row.month === total.month &&
        row.dimension === total.dimension &&
        row.value === total.value,
    );
    const shown = own.reduce((sum, row) => sum + row.customers, 0);
    // What joined `other` within a segment only is beyond the total of the values that are other.
    if (total.value === "other") continue;
    expect(shown).toBeLessThanOrEqual(total.customers);
    expect(isUncovered(total.customers - shown, minCustomers)).toBe(false);
  }
  for (const {month, customers} of known)
    for (const dimension of new Set(rows.filter((row) => row.month === month).map((row) => row.dimension))) {
      const totals = rows.filter((row) => row.month === month && row.dimension === dimension && row.segment === null);
      expect(totals.reduce((sum, row) => sum + row.customers, 0)).toBe(customers);
    }
}

function isUncovered(people: number, minCustomers: number): boolean {
  return people > 0 && people < minCustomers;
}
