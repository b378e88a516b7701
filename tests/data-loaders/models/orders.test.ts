import {describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {readField, readPath, readStates} from "../../helpers/read-states.ts";
import {sold} from "../../helpers/sold.ts";
import type {Line} from "../../oracle/shop.ts";

interface Sales {
  month: string;
  net_revenue: number;
  gross_revenue: number;
  orders: number;
  customers: number;
  new_customers: number;
}

describe("what counts as an order", () => {
  test("not one whose lines are all cancelled, however that was said", () =>
    withShop(
      {
        lines: [
          sold("ada", "2025-01-05", 10),
          sold("by-flag", "2025-01-06", 20, {isCancelled: true}),
          sold("by-order", "2025-01-07", 30, {order: "x"}),
          sold("by-lines", "2025-01-08", 40, {order: "y", lineNo: 1}),
          sold("by-lines", "2025-01-08", 50, {order: "y", lineNo: 2}),
          sold("in-part", "2025-01-09", 60, {order: "z", lineNo: 1}),
          sold("in-part", "2025-01-09", 70, {order: "z", lineNo: 2}),
        ],
        cancellations: [{order: "x"}, {order: "y", lineNo: 1}, {order: "y", lineNo: 2}, {order: "z", lineNo: 2}],
      },
      {},
      async (warehouse) => {
        // Who never had an order that counts is nobody's state.
        expect(await readField(warehouse, "2025-01", "net")).toEqual({ada: "10.0000", "in-part": "60.0000"});
        expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toEqual([
          {month: "2025-01-01", net_revenue: 70, gross_revenue: 280, orders: 2, customers: 2, new_customers: 2},
        ]);
      },
    ));

  test("not one without a line above zero; a free line in an order that has one changes nothing", () =>
    withShop(
      {
        lines: [
          sold("free", "2025-01-05", 10, {discount: 100_000}),
          sold("nothing", "2025-01-05", 0),
          sold("below", "2025-01-05", 10, {discount: 150_000}),
          sold("ada", "2025-01-06", 10, {order: "x", lineNo: 1}),
          sold("ada", "2025-01-06", 10, {order: "x", lineNo: 2, discount: 100_000}),
          sold("ada", "2025-01-06", 10, {order: "x", lineNo: 3, discount: 25_000}),
        ],
      },
      {},
      async (warehouse) => {
        expect(await readStates(warehouse)).toMatchObject([{customer: "ada", orders: 1, net: "17.5000"}]);
        expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toMatchObject([
          {net_revenue: 12.5, gross_revenue: 12.5, orders: 1},
        ]);
      },
    ));

  test("a return does not take the order back, whenever it comes; its money counts from its own day", () =>
    withShop(
      {
        lines: [
          sold("ada", "2025-01-05", 100, {order: "x"}),
          sold("bob", "2025-01-06", 50, {order: "y"}),
          sold("cem", "2025-02-01", 10),
        ],
        returns: [
          {order: "x", at: "2025-02-01 10:00:00", amount: 300_000},
          {order: "y", at: "2025-01-20 10:00:00", amount: 500_000},
        ],
      },
      {},
      async (warehouse) => {
        expect(await readField(warehouse, "2025-01", "net")).toEqual({ada: "100.0000", bob: "0.0000"});
        expect(await readField(warehouse, "2025-02", "net")).toEqual({ada: "70.0000", bob: "0.0000", cem: "10.0000"});
        expect(await readField(warehouse, "2025-02", "netInMonth")).toEqual({
          ada: "-30.0000",
          bob: "0.0000",
          cem: "10.0000",
        });
        expect(await readField(warehouse, "2025-02", "orders")).toEqual({ada: 1, bob: 1, cem: 1});
        expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toMatchObject([
          {month: "2025-01-01", net_revenue: 100, gross_revenue: 150, orders: 2, customers: 2},
          {month: "2025-02-01", net_revenue: -20, gross_revenue: 10, orders: 1, customers: 1, new_customers: 1},
        ]);
      },
    ));

  test("a return line is no sale, whichever sign its amount has", () =>
    withShop(
      {
        lines: [
          sold("ada", "2025-01-05", 100),
          sold("ada", "2025-01-06", "-30", {isReturn: true}),
          sold("ada", "2025-01-07", "20", {isReturn: true}),
          sold("only-returns", "2025-01-07", "-20", {isReturn: true}),
        ],
      },
      {asOf: "2025-01-31"},
      async (warehouse) => {
        expect(await readStates(warehouse)).toMatchObject([{customer: "ada", orders: 1, days: 26, net: "50.0000"}]);
        expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toMatchObject([
          {net_revenue: 30, gross_revenue: 100, orders: 1},
        ]);
      },
    ));

  test("two orders of one day are two", () =>
    withShop(
      {lines: [sold("ada", "2025-01-05 09:00:00"), sold("ada", "2025-01-05 17:00:00")]},
      {},
      async (warehouse) => {
        expect(await readField(warehouse, "2025-01", "orders")).toEqual({ada: 2});
      },
    ));
});

describe("a shop whose lines do not carry the order's own fields", () => {
  const files = {
    "order-lines.csv": "order_id,line_no,amount,is_return\na,1,100,\nb,1,40,\nr,1,-30,true\na,2,-5,true\n",
    "orders.csv": "order_id,customer_id,ordered_at\na,ada,2025-01-31 23:30:00\nb,,2025-02-05\nr,ada,2025-02-03\n",
  };

  test("takes customer and time from the heads, of returned lines too", () =>
    withFiles(
      files,
      {order_lines: csv({path: "order-lines.csv"}), orders: csv({path: "orders.csv"})},
      async (warehouse) => {
        expect(await readStates(warehouse)).toMatchObject([
          {month: "2025-01", customer: "ada", days: 0, net: "95.0000", orders: 1},
          {month: "2025-02", customer: "ada", days: 5, net: "65.0000", orders: 1, netInMonth: "-30.0000"},
        ]);
        expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toMatchObject([
          {month: "2025-01-01", net_revenue: 95, gross_revenue: 100, orders: 1},
          {month: "2025-02-01", net_revenue: 10, gross_revenue: 40, orders: 1, customers: 0},
        ]);
      },
    ));
});

describe("who is somebody", () => {
  test("nobody, where all are guests: every table is there", () =>
    withShop({lines: [sold(undefined, "2025-01-05", 40), sold(undefined, "2025-02-06", 10)]}, {}, async (warehouse) => {
      await warehouse.ensure();
      const sizes = await publishedRows<{customers: number}>(warehouse, "segment-sizes");
      expect(sizes).toHaveLength(2 * 13);
      expect(sizes.every((row) => row.customers === 0)).toBe(true);
      expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toMatchObject([
        {net_revenue: 40},
        {net_revenue: 10, customers: 0},
      ]);
      expect(await publishedRows(warehouse, "slide-trend")).toMatchObject([{base_customers: 0}, {base_customers: 0}]);
    }));

  test("a guest is in the sales, but in no state", () =>
    withShop({lines: [sold(undefined, "2025-01-05", 40), sold("ada", "2025-01-06", 10)]}, {}, async (warehouse) => {
      expect(await readField(warehouse, "2025-01", "segment")).toEqual({ada: "new_customers"});
      expect(await publishedRows<Sales>(warehouse, "monthly-sales")).toMatchObject([
        {net_revenue: 50, orders: 2, customers: 1, new_customers: 1},
      ]);
    }));

  test("who has registered is a prospect until the first order, whichever came first", () =>
    withShop(
      {
        lines: [sold("first", "2025-01-05"), sold("later", "2025-03-05"), sold("registered-after", "2025-01-20")],
        customers: [
          {customer: "first", on: "2024-06-01"},
          {customer: "later", on: "2025-02-28"},
          {customer: "never", on: "2025-03-05"},
          {customer: "registered-after", on: "2025-03-01"},
          {customer: "after-the-data", on: "2025-03-06"},
        ],
      },
      {},
      async (warehouse) => {
        expect(await readPath(warehouse, "later")).toEqual(["2025-02 prospect", "2025-03 new_customers"]);
        expect(await readPath(warehouse, "never")).toEqual(["2025-03 prospect"]);
        expect(await readPath(warehouse, "registered-after")).toEqual([
          "2025-01 new_customers",
          "2025-02 promising",
          "2025-03 promising",
        ]);
        expect(await readPath(warehouse, "after-the-data")).toEqual([]);
        const moves = await warehouse.query(
          `SELECT strftime(m.month, '%Y-%m') AS month, p.customer_id AS customer, m.from_segment, m.cause
           FROM moves m JOIN persons p ON p.person_no = m.person_no WHERE p.customer_id IN ('later', 'never') ORDER BY 1, 2`,
        );
        expect(moves).toEqual([
          {month: "2025-02", customer: "later", from_segment: "unknown", cause: "first_seen"},
          {month: "2025-03", customer: "later", from_segment: "prospect", cause: "entered"},
          {month: "2025-03", customer: "never", from_segment: "unknown", cause: "first_seen"},
        ]);
      },
    ));
});

describe("a shop without an order that counts is refused", () => {
  const message = "no order counts: every line is cancelled, a return, without a positive amount, or later than asOf";

  test.each<[string, Line[], string | undefined]>([
    ["all cancelled", [sold("ada", "2025-01-05", 10, {isCancelled: true})], undefined],
    ["all returned", [sold("ada", "2025-01-05", -10, {isReturn: true})], undefined],
    ["all free", [sold("ada", "2025-01-05", 0)], undefined],
    ["all after the configured day", [sold("ada", "2025-01-05", 10)], "2025-01-04"],
  ])("%s", (_, lines, asOf) =>
    withShop({lines}, asOf ? {asOf} : {}, async (warehouse) => {
      await expect(warehouse.ensure()).rejects.toThrow(message);
    }),
  );
});
