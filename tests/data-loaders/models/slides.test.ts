import {describe, expect, test} from "vitest";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {readPath} from "../../helpers/read-states.ts";
import {sold, soldOften} from "../../helpers/sold.ts";
import type {Line} from "../../oracle/shop.ts";

/** Four customers of one order each: who has more has the frequency score 5. */
const others = ["w", "x", "y", "z"].map((customer) => sold(customer, "2025-01-15"));

interface Trend {
  month: string;
  customers: number;
  customers_thresholds: number;
  base_customers: number;
}

describe("a slide", () => {
  test("is counted where it ends, with its path, its cause and the money of where it began", () =>
    withShop(
      {
        lines: [
          ...others,
          sold("hero", "2025-01-05", 100),
          sold("hero", "2025-01-10", 50),
          sold("hero", "2025-01-20", 25),
        ],
      },
      {asOf: "2025-05-31", privacy: {minCustomers: 1}},
      async (warehouse) => {
        expect(await readPath(warehouse, "hero")).toEqual([
          "2025-01 champions",
          "2025-02 loyal",
          "2025-03 loyal",
          "2025-04 cant_lose",
          "2025-05 cant_lose",
        ]);
        expect(await publishedRows(warehouse, "segment-slides")).toEqual([
          {
            month: "2025-04-01",
            from_segment: "champions",
            to_segment: "cant_lose",
            path: "champions → loyal → cant_lose",
            cause: "ageing",
            customers: 1,
            revenue_at_stake: 175,
          },
        ]);
        const trend = await publishedRows<Trend>(warehouse, "slide-trend");
        expect(trend.map((row) => [row.customers, row.base_customers])).toEqual([
          [0, 0],
          [0, 1],
          [0, 1],
          [1, 1],
          [0, 0],
        ]);
      },
    ));

  test("takes the money of the latest snapshot in `from`, and begins there", () =>
    withShop(
      {lines: [...others, ...soldOften(2, "hero", "2025-01-20", 10), sold("hero", "2025-02-10", 5)]},
      {asOf: "2025-06-30", privacy: {minCustomers: 1}},
      async (warehouse) => {
        expect(await publishedRows(warehouse, "segment-slides")).toMatchObject([
          {month: "2025-05-01", path: "champions → loyal → cant_lose", revenue_at_stake: 25},
        ]);
      },
    ));

  /** With a first edge of 5 days an order in the middle of a month leads back to Loyal, not to Champions. */
  const slidesTwice: Line[] = [...others, ...soldOften(3, "hero", "2025-01-30", 10), sold("hero", "2025-06-10", 10)];
  const slow = {
    rfm: {recencyDays: [5, 60, 90, 180] as [number, number, number, number]},
    slide: {withinMonths: 12},
    privacy: {minCustomers: 1},
  };

  test("happens once until the person has been back in `from`", () =>
    withShop({lines: slidesTwice}, {...slow, asOf: "2025-09-30"}, async (warehouse) => {
      const path = await readPath(warehouse, "hero");
      expect(path.map((step) => step.slice(8))).toEqual([
        "champions",
        "loyal",
        "loyal",
        "loyal",
        "cant_lose",
        "loyal",
        "loyal",
        "loyal",
        "cant_lose",
      ]);
      expect(await publishedRows(warehouse, "segment-slides")).toMatchObject([{month: "2025-05-01"}]);
      const trend = await publishedRows<Trend>(warehouse, "slide-trend");
      expect(trend.at(-1)).toMatchObject({customers: 0, base_customers: 1});
    }));

  test("happens again after that", () =>
    withShop(
      {lines: [...slidesTwice, sold("hero", "2025-06-28", 10)]},
      {...slow, asOf: "2025-10-31"},
      async (warehouse) => {
        expect(await publishedRows(warehouse, "segment-slides")).toMatchObject([
          {month: "2025-05-01", path: "champions → loyal → cant_lose", revenue_at_stake: 30},
          {month: "2025-09-01", path: "champions → loyal → cant_lose", revenue_at_stake: 50},
        ]);
      },
    ));

  test("needs `from` within the look-back", () =>
    withShop(
      {lines: [...others, ...soldOften(3, "hero", "2025-01-20")]},
      {asOf: "2025-05-31", slide: {withinMonths: 2}},
      async (warehouse) => {
        expect(await publishedRows(warehouse, "segment-slides")).toEqual([]);
        const trend = await publishedRows<Trend>(warehouse, "slide-trend");
        expect(trend.map((row) => row.base_customers)).toEqual([0, 1, 1, 0, 0]);
      },
    ));

  test("ends in other segments where the shop says so", () =>
    withShop(
      {lines: [...others, ...soldOften(3, "hero", "2025-01-20", 7)]},
      {
        asOf: "2025-03-31",
        slide: {from: ["champions", "new_customers"], to: ["loyal", "promising"]},
        privacy: {minCustomers: 1},
      },
      async (warehouse) => {
        expect(await publishedRows(warehouse, "segment-slides")).toMatchObject([
          {
            month: "2025-02-01",
            from_segment: "champions",
            to_segment: "loyal",
            path: "champions → loyal",
            customers: 1,
            revenue_at_stake: 21,
          },
          {
            month: "2025-02-01",
            from_segment: "new_customers",
            to_segment: "promising",
            customers: 4,
            revenue_at_stake: 40,
          },
        ]);
      },
    ));
});

describe("causes", () => {
  /** Beside `hero`'s two orders: one customer with one order and three with three, so that the score is 2 of 5. */
  const start = [
    ...soldOften(2, "hero", "2025-01-10"),
    sold("one", "2025-01-11"),
    ...["p", "q", "r"].flatMap((customer) => soldOften(3, customer, "2025-04-20")),
  ];
  const options = {
    asOf: "2025-05-31",
    slide: {from: ["hibernating"], to: ["at_risk"], withinMonths: 3},
    privacy: {minCustomers: 1},
  };

  test("thresholds: newcomers lift a score of somebody who did nothing, and the headline leaves that out", () =>
    withShop(
      {lines: [...start, sold("new-1", "2025-05-03"), sold("new-2", "2025-05-04")]},
      options,
      async (warehouse) => {
        expect(await readPath(warehouse, "hero")).toEqual(
          expect.arrayContaining(["2025-04 hibernating", "2025-05 at_risk"]),
        );
        expect(await publishedRows(warehouse, "segment-slides")).toMatchObject([
          {month: "2025-05-01", path: "hibernating → at_risk", cause: "thresholds"},
        ]);
        const trend = await publishedRows<Trend>(warehouse, "slide-trend");
        expect(trend.at(-1)).toMatchObject({customers: 0, customers_thresholds: 1});
      },
    ));

  test("thresholds holds even for who ordered, as long as the old edges would have kept the place", async () => {
    const lines = [
      ...soldOften(2, "hero", "2025-04-10"),
      sold("one", "2025-04-11"),
      ...["p", "q", "r"].flatMap((customer) => soldOften(4, customer, "2025-04-20")),
    ];
    // Three orders are score 2 under April's edges (2 → 2, 4 → 3), and 3 under May's.
    const may = [
      sold("hero", "2025-05-05"),
      sold("new-1", "2025-05-03"),
      sold("new-2", "2025-05-04"),
      sold("one", "2025-05-10"),
    ];
    await withShop(
      {lines: [...lines, ...may]},
      {asOf: "2025-05-31", segments: frequencyMap, slide: {from: ["f2"], to: ["f3"]}},
      async (warehouse) => {
        expect(await readCauses(warehouse, "hero")).toEqual([{month: "2025-05", to: "f3", cause: "thresholds"}]);
      },
    );
  });

  test("behaviour: the orders of the month would have moved under the old edges too", () =>
    withShop(
      {lines: [...start, ...soldOften(2, "hero", "2025-05-10")]},
      {asOf: "2025-05-31", segments: frequencyMap, slide: {from: ["f2"], to: ["f3"]}},
      async (warehouse) => {
        expect((await readCauses(warehouse, "hero")).at(-1)).toEqual({month: "2025-05", to: "f5", cause: "behaviour"});
      },
    ));

  test("ageing: no order, and the old edges would have moved as well", () =>
    withShop({lines: [...others, ...soldOften(3, "hero", "2025-01-20")]}, {asOf: "2025-02-28"}, async (warehouse) => {
      expect(await readCauses(warehouse, "hero")).toEqual([{month: "2025-02", to: "loyal", cause: "ageing"}]);
    }));
});

const frequencyMap = [1, 2, 3, 4, 5].map((score) => ({
  key: `f${score}`,
  label: {tr: `f${score}`, en: `f${score}`},
  colour: "#112233",
  cells: [`R1-5 F${score}`],
}));

async function readCauses(warehouse: Parameters<typeof readPath>[0], customer: string) {
  return warehouse.query(
    `SELECT strftime(m.month, '%Y-%m') AS month, m.to_segment AS "to", m.cause
     FROM moves m JOIN persons p ON p.person_no = m.person_no WHERE p.customer_id = '${customer}' ORDER BY 1`,
  );
}
