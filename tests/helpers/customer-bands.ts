import {expect} from "vitest";
import {groupBy} from "../../data-loaders/stats/group-by.ts";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {publishedRows} from "./published-rows.ts";

type BandRow = Record<string, string | number | null>;

/** Holds the row per customer to its promise: each combination is shared by `k`; everybody is told of, or nobody; nothing is invented. */
export async function expectSafeBands(warehouse: Warehouse, k: number): Promise<void> {
  const told = await publishedRows<BandRow>(warehouse, "customer-bands");
  const known = await warehouse.query<BandRow>("SELECT * FROM banded_customers");
  expect(told.length).toBe(known.length < k ? 0 : known.length);
  for (const alike of groupBy(told, (row) => JSON.stringify(row)).values())
    expect(alike.length).toBeGreaterThanOrEqual(k);
  for (const column of Object.keys(told[0] ?? {})) {
    const shown = groupBy(told, (row) => row[column]);
    for (const [value, rows] of shown)
      if (value !== null && value !== "other")
        expect(rows.length).toBeLessThanOrEqual(known.filter((row) => row[column] === String(value)).length);
  }
}
