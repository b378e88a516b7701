import {describe, expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {readField, readPath} from "../../helpers/read-states.ts";
import {sold} from "../../helpers/sold.ts";

const months = (rows: readonly {month: string}[]) => [...new Set(rows.map((row) => row.month.slice(0, 7)))];

describe("the newest snapshot", () => {
  test("of a month that is not over stands at the newest order's day", () =>
    withShop({lines: [sold("ada", "2025-01-05"), sold("bob", "2025-02-10")]}, {}, async (warehouse) => {
      expect(await readField(warehouse, "2025-02", "days")).toEqual({ada: 36, bob: 0});
      expect(await publishedRows(warehouse, "slide-trend")).toMatchObject([
        {is_partial: false},
        {month: "2025-02-01", is_partial: true},
      ]);
    }));

  test("stands at the configured day, and what came later is not there yet", () =>
    withShop(
      {
        lines: [
          sold("ada", "2025-01-05", 10, {order: "x"}),
          sold("ada", "2025-02-10"),
          sold("bob", "2025-02-10"),
          sold("cem", "2025-01-30"),
        ],
        returns: [{order: "x", at: "2025-01-29", amount: 20_000}],
        customers: [{customer: "new", on: "2025-01-29"}],
      },
      {asOf: "2025-01-28"},
      async (warehouse) => {
        expect(await readField(warehouse, "2025-01", "days")).toEqual({ada: 23});
        expect(await readField(warehouse, "2025-01", "net")).toEqual({ada: "10.0000"});
        const sales = await publishedRows(warehouse, "monthly-sales");
        expect(sales).toEqual([
          {month: "2025-01-01", net_revenue: 10, gross_revenue: 10, orders: 1, customers: 1, new_customers: 1},
        ]);
      },
    ));

  test("stands at a configured day after the newest order too, with the months between", () =>
    withShop({lines: [sold("ada", "2025-01-05")]}, {asOf: "2025-04-30"}, async (warehouse) => {
      expect(await readPath(warehouse, "ada")).toEqual([
        "2025-01 new_customers",
        "2025-02 promising",
        "2025-03 about_to_sleep",
        "2025-04 hibernating",
      ]);
      expect(await publishedRows(warehouse, "slide-trend")).toMatchObject([{}, {}, {}, {is_partial: false}]);
    }));

  test("leaves out money that moved after it: an order cancelled as a whole, a return", () =>
    withShop(
      {
        lines: [
          sold("ada", "2025-01-05", 10, {order: "x"}),
          sold("ada", "2025-01-20", 99, {isCancelled: true}),
          sold("ada", "2025-01-21", 1, {discount: 30_000}),
        ],
        returns: [{order: "x", at: "2025-01-25", amount: 20_000}],
      },
      {},
      async (warehouse) => {
        expect(await readField(warehouse, "2025-01", "net")).toEqual({ada: "10.0000"});
        expect(await publishedRows(warehouse, "monthly-sales")).toMatchObject([
          {net_revenue: 10, gross_revenue: 10, orders: 1},
        ]);
      },
    ));
});

test("a month without an order is there: snapshots, flows and sales of 0", () =>
  withShop({lines: [sold("ada", "2025-01-05"), sold("bob", "2025-04-10")]}, {}, async (warehouse) => {
    expect(await readPath(warehouse, "ada")).toEqual([
      "2025-01 new_customers",
      "2025-02 promising",
      "2025-03 about_to_sleep",
      "2025-04 hibernating",
    ]);
    expect(months(await publishedRows(warehouse, "segment-sizes"))).toEqual([
      "2025-01",
      "2025-02",
      "2025-03",
      "2025-04",
    ]);
    expect(months(await publishedRows(warehouse, "segment-migration"))).toEqual(["2025-02", "2025-03", "2025-04"]);
    expect((await publishedRows<{orders: number}>(warehouse, "monthly-sales")).map(({orders}) => orders)).toEqual([
      1, 0, 0, 1,
    ]);
  }));

test("a customer lapses when the last order leaves the window, and enters again", () =>
  withShop(
    {
      lines: [
        sold("ada", "2025-01-05", 10),
        sold("ada", "2025-05-10", 7),
        sold("bob", "2025-01-10"),
        sold("bob", "2025-05-31"),
      ],
    },
    {rfm: {windowMonths: 3}},
    async (warehouse) => {
      expect(await readPath(warehouse, "ada")).toEqual([
        "2025-01 new_customers",
        "2025-02 promising",
        "2025-03 about_to_sleep",
        "2025-04 lapsed",
        "2025-05 new_customers",
      ]);
      const moves = await warehouse.query(
        `SELECT strftime(m.month, '%Y-%m') AS month, m.from_segment, m.to_segment, m.cause
         FROM moves m JOIN persons p ON p.person_no = m.person_no WHERE p.customer_id = 'ada' ORDER BY 1`,
      );
      expect(moves).toEqual([
        {month: "2025-02", from_segment: "new_customers", to_segment: "promising", cause: "ageing"},
        {month: "2025-03", from_segment: "promising", to_segment: "about_to_sleep", cause: "ageing"},
        {month: "2025-04", from_segment: "about_to_sleep", to_segment: "lapsed", cause: "left"},
        {month: "2025-05", from_segment: "lapsed", to_segment: "new_customers", cause: "entered"},
      ]);
    },
  ));

test("a late return of a lapsed customer is money of the window, but nothing at stake", () =>
  withShop(
    {
      lines: [sold("ada", "2025-01-05", 10, {order: "x"}), sold("bob", "2025-06-10")],
      returns: [{order: "x", at: "2025-05-03", amount: 20_000}],
    },
    {rfm: {windowMonths: 3}, privacy: {minCustomers: 1}},
    async (warehouse) => {
      const sizes = await publishedRows<{month: string; segment: string}>(warehouse, "segment-sizes");
      const lapsed = sizes.filter((row) => row.segment === "lapsed" && row.month >= "2025-05");
      expect(lapsed).toMatchObject([
        {customers: 1, net_revenue_window: -2, net_revenue_month: -2, order_count_window: 0},
        {customers: 1, net_revenue_window: -2, net_revenue_month: 0, order_count_window: 0},
      ]);
      const flows = await publishedRows<{month: string; from_segment: string; customers: number}>(
        warehouse,
        "segment-migration",
      );
      expect(
        flows.filter((row) => row.month === "2025-06-01" && row.from_segment === "lapsed" && row.customers > 0),
      ).toMatchObject([{horizon_months: 1, to_segment: "lapsed", revenue_at_stake: 0}]);
    },
  ));

test("a snapshot is warming up until window and slide look-back lie within the data", () =>
  withShop(
    {lines: [sold("ada", "2024-12-01"), sold("ada", "2025-09-10")]},
    {rfm: {windowMonths: 3}, slide: {withinMonths: 6}},
    async (warehouse) => {
      const trend = await publishedRows<{month: string; is_warming_up: boolean}>(warehouse, "slide-trend");
      expect(trend.filter((row) => !row.is_warming_up).map((row) => row.month.slice(0, 7))).toEqual([
        "2025-06",
        "2025-07",
        "2025-08",
        "2025-09",
      ]);
    },
  ));

test("a window that begins before the first day of data warms up, though it is in the same month", () =>
  withShop(
    {lines: [sold("ada", "2024-12-02"), sold("ada", "2025-04-10")]},
    {rfm: {windowMonths: 3}, slide: {withinMonths: 1}},
    async (warehouse) => {
      const trend = await publishedRows<{month: string; is_warming_up: boolean}>(warehouse, "slide-trend");
      expect(trend.filter((row) => !row.is_warming_up).map((row) => row.month.slice(0, 7))).toEqual([
        "2025-03",
        "2025-04",
      ]);
    },
  ));

test("an instant falls on the day that it is in the shop's time zone", () =>
  withFiles(
    {
      "lines.csv":
        "order_id,customer_id,ordered_at,amount\n1,ada,2025-01-31T20:59:59Z,10\n2,bob,2025-01-31T21:00:00Z,10\n3,cem,2025-01-31T19:30:00-05:00,10\n",
    },
    {order_lines: csv({path: "lines.csv", columns: {ordered_at: "instant"}})},
    async (warehouse) => {
      const sales = await publishedRows(warehouse, "monthly-sales");
      expect(sales).toMatchObject([
        {month: "2025-01-01", orders: 1},
        {month: "2025-02-01", orders: 2},
      ]);
    },
  ));

test("a time without a zone is the shop's", () =>
  withShop({lines: [sold("ada", "2025-01-31 23:59:59"), sold("bob", "2025-02-01 00:00:00")]}, {}, async (warehouse) => {
    expect(await readPath(warehouse, "ada")).toHaveLength(2);
    expect(await readPath(warehouse, "bob")).toEqual(["2025-02 new_customers"]);
  }));
