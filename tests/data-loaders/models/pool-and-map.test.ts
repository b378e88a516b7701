import {describe, expect, test} from "vitest";
import {defaultSegments, listGridCells, type Segment} from "../../../data-loaders/config/segment-map.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {readField, readStates} from "../../helpers/read-states.ts";
import {sold, soldOften} from "../../helpers/sold.ts";
import {defaults} from "../../oracle/shop.ts";

const asOf = "2025-12-31";

describe("the active pool", () => {
  const lines = [
    ...soldOften(4, "active", "2025-12-01"),
    ...soldOften(4, "edge", "2025-10-02"),
    ...soldOften(4, "day-late", "2025-10-01"),
    ...soldOften(3, "too-few", "2025-12-01"),
    ...soldOften(3, "over-years", "2024-06-01"),
    sold("over-years", "2025-12-01"),
    ...soldOften(4, "gone", "2024-06-01"),
  ];
  const customers = [{customer: "prospect", on: "2025-01-01"}];

  test("asks for 4 orders ever and one in the last 90 days; who fails is outside, lapsed or a prospect", () =>
    withShop({lines, customers}, {asOf, rfm: {pool: "active"}}, async (warehouse) => {
      const states = await readStates(warehouse, "2025-12");
      expect(states.filter((state) => state.r !== null).map((state) => [state.customer, state.days])).toEqual([
        ["active", 30],
        ["edge", 90],
        ["over-years", 30],
      ]);
      expect(await readField(warehouse, "2025-12", "segment")).toMatchObject({
        "day-late": "outside",
        "too-few": "outside",
        gone: "lapsed",
        prospect: "prospect",
      });
    }));

  test("counts the orders of the window where the shop says so", () =>
    withShop({lines}, {asOf, rfm: {pool: {minOrders: 4, scope: "window", activeWithinDays: 90}}}, async (warehouse) => {
      const states = await readStates(warehouse, "2025-12");
      expect(states.filter((state) => state.r !== null).map((state) => state.customer)).toEqual(["active", "edge"]);
      expect(states.find((state) => state.customer === "over-years")!.segment).toBe("outside");
    }));

  test("without a number of days asks for orders alone", () =>
    withShop({lines}, {asOf, rfm: {pool: {minOrders: 4, scope: "ever"}}}, async (warehouse) => {
      const states = await readStates(warehouse, "2025-12");
      expect(states.filter((state) => state.r !== null).map((state) => state.customer)).toEqual([
        "active",
        "day-late",
        "edge",
        "over-years",
      ]);
    }));

  test("is scored by itself: who is outside lifts nobody", () =>
    withShop({lines}, {asOf, rfm: {pool: {minOrders: 4, scope: "window", activeWithinDays: 90}}}, async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "f")).toMatchObject({active: 1, edge: 1, "too-few": null});
    }));

  test("leaves the money of who is outside at stake, and says left and entered", () =>
    withShop(
      {
        lines: [
          ...soldOften(4, "ada", "2025-08-10", 5),
          ...soldOften(4, "bob", "2025-12-01"),
          sold("ada", "2025-12-20", 1),
        ],
      },
      {asOf, rfm: {pool: "active"}, privacy: {minCustomers: 1}},
      async (warehouse) => {
        const causes = await warehouse.query(
          `SELECT strftime(m.month, '%Y-%m') AS month, m.from_segment, m.to_segment, m.cause
           FROM moves m JOIN persons p ON p.person_no = m.person_no WHERE p.customer_id = 'ada' ORDER BY 1`,
        );
        expect(causes.slice(-2)).toEqual([
          {month: "2025-11", from_segment: "about_to_sleep", to_segment: "outside", cause: "left"},
          {month: "2025-12", from_segment: "outside", to_segment: "potential_loyalists", cause: "entered"},
        ]);
        const flows = await publishedRows<{from_segment: string; month: string; customers: number}>(
          warehouse,
          "segment-migration",
        );
        expect(flows.filter((flow) => flow.from_segment === "outside" && flow.customers > 0)).toMatchObject([
          {month: "2025-12-01", horizon_months: 1, to_segment: "potential_loyalists", revenue_at_stake: 20},
        ]);
      },
    ));
});

describe("a segment map", () => {
  const name = (key: string, ...cells: string[]): Segment => ({
    key,
    label: {tr: key, en: key},
    colour: "#123456",
    cells,
  });

  test("may use the monetary score", () =>
    withShop(
      {lines: ["a", "b", "c", "d", "e"].map((customer, i) => sold(customer, "2025-12-20", 10 * (i + 1)))},
      {
        asOf,
        segments: [name("big", "R1-5 F1-5 M4-5"), name("small", "R1-5 F1-5 M1-3")],
        slide: {from: ["big"], to: ["small"]},
      },
      async (warehouse) => {
        expect(await readField(warehouse, "2025-12", "m")).toEqual({a: 1, b: 2, c: 3, d: 4, e: 5});
        expect(await readField(warehouse, "2025-12", "segment")).toEqual({
          a: "small",
          b: "small",
          c: "small",
          d: "big",
          e: "big",
        });
        const sizes = await publishedRows<{segment: string; customers: number}>(warehouse, "segment-sizes");
        expect(sizes.map((row) => [row.segment, row.customers])).toEqual([
          ["big", 2],
          ["lapsed", 0],
          ["outside", 0],
          ["prospect", 0],
          ["small", 3],
        ]);
      },
    ));

  test("is published with its names, colours and order, the pool states after it", () =>
    withShop(
      {lines: [sold("a", asOf)]},
      {segments: [name("zeta", "R1-5 F1-2"), name("alpha", "R1-5 F3-5")], slide: {from: ["zeta"], to: ["alpha"]}},
      async (warehouse) => {
        const rows = await publishedRows<{order: number; key: string; kind: string; colour: string}>(
          warehouse,
          "segments",
        );
        expect(rows.map((row) => [row.order, row.key, row.kind])).toEqual([
          [1, "zeta", "segment"],
          [2, "alpha", "segment"],
          [3, "lapsed", "pool"],
          [4, "outside", "pool"],
          [5, "prospect", "pool"],
          [6, "unknown", "pool"],
        ]);
        expect(rows[0]).toMatchObject({colour: "#123456", label_tr: "zeta", label_en: "zeta"});
      },
    ));

  test("the default one is the table of definitions.md", () => {
    for (const {r, f, segment} of listGridCells(defaultSegments))
      expect([r, f, segment]).toEqual([r, f, defaults.segment(r, f, 1)]);
  });
});

describe("a move that the edges rule out", () => {
  interface Flow {
    month: string;
    horizon_months: number;
    from_segment: string;
    to_segment: string;
    is_impossible: boolean;
  }

  const listImpossible = (flows: readonly Flow[], horizon: number, month = "2025-12-01") =>
    new Set(
      flows
        .filter((flow) => flow.month === month && flow.horizon_months === horizon && flow.is_impossible)
        .map((flow) => `${flow.from_segment} ${flow.to_segment}`),
    );

  test("is marked for the horizons in which it is ruled out, and only there", () =>
    withShop({lines: [sold("a", "2025-01-05"), sold("a", asOf)]}, {}, async (warehouse) => {
      const flows = await publishedRows<Flow>(warehouse, "segment-migration");
      const one = listImpossible(flows, 1);
      for (const pair of [
        "champions at_risk",
        "champions lapsed",
        "champions prospect",
        "new_customers hibernating",
        "loyal need_attention" /* possible */,
      ])
        expect([pair, one.has(pair)]).toEqual([pair, pair !== "loyal need_attention"]);
      for (const pair of [
        "loyal at_risk",
        "at_risk at_risk",
        "hibernating lapsed",
        "unknown champions",
        "lapsed new_customers",
        "prospect prospect",
      ])
        expect([pair, one.has(pair)]).toEqual([pair, false]);
      expect(listImpossible(flows, 3).has("champions at_risk")).toBe(false);
      expect(listImpossible(flows, 3).has("champions lapsed")).toBe(true);
    }));

  test("does not exist where recency is scored by quintile", () =>
    withShop({lines: [sold("a", "2025-01-05"), sold("a", asOf)]}, {rfm: {recency: "quintile"}}, async (warehouse) => {
      const flows = await publishedRows<Flow>(warehouse, "segment-migration");
      expect(flows.some((flow) => flow.is_impossible)).toBe(false);
    }));
});
