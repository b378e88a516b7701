import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {listColumnProblems} from "../../../data-loaders/privacy/column-problems.ts";
import {describePublished} from "../../../data-loaders/warehouse/manifest.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import type {Shop} from "../../oracle/shop.ts";

let no = 0;
const order = (customer: string, at: string, liras: number) => ({
  order: `o${no++}`,
  customer,
  at,
  amount: liras * 10_000,
});
const each = (names: string, ...orders: [string, number][]) =>
  names.split(" ").flatMap((name) => orders.map(([at, liras]) => order(name, at, liras)));

/** Four who bought little lately, three who bought more, one loyal, and four who are long gone, one of them since longer. */
const shop: Shop = {
  lines: [
    ...each("a1 a2 a3 a4", ["2026-03-20", 50]),
    ...each("b1 b2 b3", ["2026-03-20", 300]),
    ...each("c1", ["2026-01-20", 2000], ["2026-02-20", 3000]),
    ...each("d1 d2 d3", ["2025-01-10", 80]),
    ...each("d4", ["2024-01-10", 80]),
  ],
};
const options = {asOf: "2026-03-31", privacy: {minCustomers: 3, publishCustomers: true}};

const little = ["new_customers", 5, 1, 1, "0–30", "1", "0–100", "0–90"];
// The one who has been known for longer hides among the three others, who lose only this.
const gone = ["lapsed", null, null, null, "366+", "0", "none", "other"];
// Nobody is like the loyal one: the smallest group of all keeps company.
const rest = ["other", null, null, null, "other", "other", "other", "other"];

test("who is like too few others loses bands until they are enough, and equal rows stand together", () =>
  withShop(shop, options, async (warehouse) => {
    const rows = await publishedRows<Record<string, unknown>>(warehouse, "customer-bands");
    expect(rows.map((row) => Object.values(row))).toEqual([gone, little, rest].flatMap((row) => [row, row, row, row]));
    const bytes = readFileSync(await warehouse.publishedFile("customer-bands"));
    const {tables} = describePublished(warehouse);
    expect(tables.find(({name}) => name === "customer-bands")).toMatchObject({key: [], rows: 12});
    expect(await listColumnProblems("_file/data/customer-bands.0123abcd.arrow", bytes, tables)).toEqual([]);
    const others = tables.filter(({name}) => name !== "customer-bands");
    expect(await listColumnProblems("_file/data/customer-bands.0123abcd.arrow", bytes, others)).toEqual([
      "_file/data/customer-bands.0123abcd.arrow: not a published table",
    ]);
  }));

test("without the permission there is no such table, and nothing it alone reads is computed", () =>
  withShop(shop, {...options, privacy: {minCustomers: 3}}, async (warehouse) => {
    expect(warehouse.listPublished()).not.toContain("published_customer_bands");
    await expect(warehouse.publishedFile("customer-bands")).rejects.toThrow(
      "src/data/customer-bands.arrow.sql: published only with privacy.publishCustomers: true",
    );
    await warehouse.ensure(["published_segment_sizes"]);
    expect(describePublished(warehouse).tables.map(({name}) => name)).toEqual(["segment-sizes"]);
  }));
