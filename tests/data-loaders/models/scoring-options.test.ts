import {describe, expect, test} from "vitest";
import {describeEdges} from "../../../data-loaders/cli/describe-edges.ts";
import {startEngine} from "../../../data-loaders/engine/duckdb.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import type {ScoreEdgeRow} from "../../../src/components/thresholds/threshold-rows.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows, type Written} from "../../helpers/published-rows.ts";
import {readField} from "../../helpers/read-states.ts";
import {sold, soldOften} from "../../helpers/sold.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";
import {formatDay, parseDay} from "../../oracle/calendar.ts";

const asOf = "2025-12-31";

function daysBefore(days: number): string {
  return formatDay(parseDay(asOf) - days);
}

/** A column of rfm_snapshots in December, by customer. */
async function readColumn(warehouse: Warehouse, column: string): Promise<Record<string, unknown>> {
  const rows = await warehouse.query<{customer: string; value: unknown}>(
    `SELECT p.customer_id AS customer, CAST(s.${column} AS DOUBLE) AS value FROM rfm_snapshots s
     JOIN persons p ON p.person_no = s.person_no WHERE s.month = DATE '2025-12-01' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({customer, value}) => [customer, value]));
}

// Made by pandas 3.0, `pd.qcut(values.rank(method="first"), 5, labels=False) + 1`, with customers in the order of their names
// and days since the last order negated.
describe("ties: first is what pandas cuts", () => {
  test.each([
    [1, "1"],
    [2, "15"],
    [3, "135"],
    [5, "12345"],
    [6, "112345"],
    [7, "1123455"],
    [11, "11122334455"],
    [16, "1111222333444555"],
    [26, "11111122222333334444455555"],
  ])("for %i people", (n, scores) =>
    inTemporaryFolder(async (folder) => {
      const engine = await startEngine({spillFolder: folder, threads: 1});
      const rows = await engine.rows<{score: number}>(
        `SELECT place_score(place, ${n}) AS score FROM range(1, ${n} + 1) AS t (place) ORDER BY place`,
      );
      engine.close();
      expect(rows.map((row) => row.score).join("")).toBe(scores);
    }),
  );

  const days = {a: 0, b: 3, c: 3, d: 3, e: 9, f: 9, g: 40};
  const orders = {a: 1, b: 1, c: 1, d: 1, e: 2, f: 2, g: 3};
  const spent = {a: 50, b: 10, c: 30, d: 30, e: 30, f: 30, g: 20};
  const lines = Object.keys(days).flatMap((customer) => {
    const [at, count] = [daysBefore(days[customer as "a"]), orders[customer as "a"]];
    return [sold(customer, at, spent[customer as "a"] - count + 1), ...soldOften(count - 1, customer, at, 1)];
  });

  test("for equal orders, equal revenue and equal days", () =>
    withShop({lines}, {asOf, rfm: {ties: "first", recency: "quintile"}}, async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "f")).toEqual({a: 1, b: 1, c: 2, d: 3, e: 4, f: 5, g: 5});
      expect(await readField(warehouse, "2025-12", "m")).toEqual({a: 5, b: 1, c: 2, d: 3, e: 4, f: 5, g: 1});
      expect(await readField(warehouse, "2025-12", "r")).toEqual({a: 5, b: 3, c: 4, d: 5, e: 1, f: 2, g: 1});
    }));

  test("but for recency by day edges, which knows no ties", () =>
    withShop({lines}, {asOf, rfm: {ties: "first"}}, async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "r")).toEqual({a: 5, b: 5, c: 5, d: 5, e: 5, f: 5, g: 4});
    }));

  test("and who only changed places with an equal was moved by the scale", () =>
    withShop(
      {
        // Everybody has one order; a newcomer whose number comes first pushes each of the others up by a place.
        lines: [...["b", "c", "d", "e", "f"].map((customer) => sold(customer, "2025-11-30")), sold("a", "2025-12-05")],
      },
      {asOf, rfm: {ties: "first"}},
      async (warehouse) => {
        expect(await readField(warehouse, "2025-11", "f")).toEqual({b: 1, c: 2, d: 3, e: 4, f: 5});
        expect(await readField(warehouse, "2025-12", "f")).toEqual({a: 1, b: 1, c: 2, d: 3, e: 4, f: 5});
        const causes = await warehouse.query<{cause: string}>(
          "SELECT DISTINCT cause FROM moves WHERE month = DATE '2025-12-01' AND cause NOT IN ('first_seen') ORDER BY 1",
        );
        // Days move everybody from R5 to R4; no move is one of the scale alone.
        expect(causes).toEqual([{cause: "ageing"}]);
      },
    ));

  test("and a move that another place at the same value would undo is one of thresholds", () =>
    withShop(
      {
        lines: [
          ...["b", "c", "d", "e", "f"].map((customer) => sold(customer, "2025-11-30")),
          sold("a0", "2025-12-05"),
          sold("a1", "2025-12-05"),
          sold("a2", "2025-12-05"),
        ],
      },
      {asOf, rfm: {ties: "first", recencyDays: [60, 70, 90, 180]}},
      async (warehouse) => {
        const moves = await warehouse.query(
          `SELECT p.customer_id AS customer, m.from_segment, m.to_segment, m.cause FROM moves m
           JOIN persons p ON p.person_no = m.person_no WHERE m.month = DATE '2025-12-01' AND m.cause <> 'first_seen' ORDER BY 1`,
        );
        // F of b to f was 1 to 5 and is 3, 3, 4, 5, 5: one order had each of the five scores a month before.
        expect(moves).toEqual([
          {customer: "b", from_segment: "new_customers", to_segment: "potential_loyalists", cause: "thresholds"},
          {customer: "d", from_segment: "potential_loyalists", to_segment: "champions", cause: "thresholds"},
        ]);
      },
    ));
});

// Made by pandas 3.0, `pd.cut(days, [-1, *edges, 10**6])` with the labels 5 to 1.
test("recency edges are what pandas.cut makes of them at 30, 31, 90, 91, 180 and 181 days", () =>
  withShop(
    {lines: [30, 31, 90, 91, 180, 181].map((days) => sold(String(days), daysBefore(days)))},
    {asOf},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "r")).toEqual({30: 5, 31: 4, 90: 3, 91: 2, 180: 2, 181: 1});
    },
  ));

const five = [
  sold("a", daysBefore(0), 100),
  ...soldOften(2, "b", daysBefore(10), 10),
  ...soldOften(3, "c", daysBefore(20), 20),
  ...soldOften(3, "d", daysBefore(20), 20),
  ...soldOften(5, "e", daysBefore(40), 80),
];

describe("the weighted score", () => {
  test("adds the shares of the pool that are beaten, recency reversed; tiers at 0.8, 0.6 and 0.4", () =>
    withShop({lines: five}, {asOf, rfm: {weights: {r: 0.5, f: 0.25, m: 0.25}}}, async (warehouse) => {
      // Beaten of five, R F M: a 4 0 3, b 3 1 0, c and d 1 2 1, e 0 4 4.
      expect(await readColumn(warehouse, "weighted_score")).toEqual({a: 0.55, b: 0.35, c: 0.25, d: 0.25, e: 0.4});
      const tiers = await publishedRows<{measure: string; value: string; customers: number}>(warehouse, "rfm-scores");
      expect(
        tiers
          .filter((row) => row.measure === "tier")
          .slice(-4)
          .map((row) => [row.value, row.customers]),
      ).toEqual([
        ["bronze", 3],
        ["silver", 2],
        ["gold", 0],
        ["platinum", 0],
      ]);
    }));

  test("weighs a third each, and four fifths in all three is platinum to the digit", () =>
    withShop(
      {
        lines: [
          ...["a", "b", "c", "d"].map((customer) => sold(customer, daysBefore(5))),
          ...soldOften(2, "e", asOf, 50),
        ],
      },
      {asOf},
      async (warehouse) => {
        expect(await readColumn(warehouse, "weighted_score")).toEqual({a: 0, b: 0, c: 0, d: 0, e: 0.8});
        const [row] = await warehouse.query("SELECT tier FROM state_counts WHERE tier <> 'bronze'");
        expect(row).toEqual({tier: "platinum"});
      },
    ));

  test("by min-max is the place between the extremes", () =>
    withShop({lines: five}, {asOf, rfm: {scale: "minmax", weights: {r: 0.5, f: 0.25, m: 0.25}}}, async (warehouse) => {
      // Days 0, 10, 20, 20, 40; orders 1, 2, 3, 3, 5; revenue 100, 20, 60, 60, 400.
      const m = (revenue: number) => (revenue - 20) / 380;
      const expected = {
        a: 0.5 * 1 + 0.25 * m(100),
        b: 0.5 * 0.75 + 0.25 * 0.25,
        c: 0.5 * 0.5 + 0.25 * 0.5 + 0.25 * m(60),
        d: 0.5 * 0.5 + 0.25 * 0.5 + 0.25 * m(60),
        e: 0.25 + 0.25,
      };
      for (const [customer, score] of Object.entries(await readColumn(warehouse, "weighted_score")))
        expect(score).toBeCloseTo(expected[customer as "a"], 9);
    }));

  test("by min-max is 0 where everybody is equal, and for one customer", async () => {
    for (const lines of [[sold("a", asOf), sold("b", asOf)], [sold("a", asOf)]])
      await withShop({lines}, {rfm: {scale: "minmax"}}, async (warehouse) => {
        expect(new Set(Object.values(await readColumn(warehouse, "weighted_score")))).toEqual(new Set([0]));
      });
  });

  test("is there in the pool alone", () =>
    withShop({lines: [...five, sold("gone", "2024-01-05")]}, {asOf}, async (warehouse) => {
      expect(await readColumn(warehouse, "weighted_score")).toMatchObject({gone: null});
    }));
});

test("RFM sums are 3 to 15, and everybody in the pool has one", () =>
  withShop({lines: five}, {asOf}, async (warehouse) => {
    // R F M: a 5 1 4, b 5 2 1, c and d 5 3 2, e 4 5 5.
    const rows = await publishedRows<{month: string; measure: string; value: string; customers: number}>(
      warehouse,
      "rfm-scores",
    );
    const sums = rows.filter((row) => row.month === "2025-12-01" && row.measure === "sum");
    expect(sums.map((row) => row.value)).toEqual(Array.from({length: 13}, (_, i) => String(i + 3)));
    expect(sums.filter((row) => row.customers > 0).map((row) => [row.value, row.customers])).toEqual([
      ["8", 1],
      ["10", 3],
      ["14", 1],
    ]);
  }));

describe("frozen edges", () => {
  const edges = {snapshot: "2025-11", frequency: [2, 2, 4, null], monetary: [15, 50, 90, 400]} as const;

  test("score every month by the same values; null is a score that nobody earns", () =>
    withShop(
      {lines: five},
      {asOf, rfm: {edges: {...edges, frequency: [...edges.frequency], monetary: [...edges.monetary]}}},
      async (warehouse) => {
        expect(await readField(warehouse, "2025-12", "f")).toEqual({a: 1, b: 3, c: 3, d: 3, e: 4});
        expect(await readField(warehouse, "2025-12", "m")).toEqual({a: 4, b: 2, c: 3, d: 3, e: 5});
        expect(await readField(warehouse, "2025-11", "m")).toEqual({e: 5});
        expect(await warehouse.query("SELECT * FROM moves WHERE cause = 'thresholds'")).toEqual([]);
      },
    ));

  test("as they are printed score their own month as it was scored", () =>
    withShop({lines: five}, {asOf}, async (warehouse) => {
      expect(await describeEdges(warehouse, "2025-12")).toBe(
        'edges: {snapshot: "2025-12", frequency: [2, 3, 5, 5], monetary: [60, 100, 100, 400]},\n',
      );
      await expect(describeEdges(warehouse, "2031-01")).rejects.toThrow("no snapshot of 2031-01");
    }));

  test("of quintile recency are printed as day edges, where every score is had", async () => {
    const shop = (days: number[]) => ({lines: days.map((day) => sold(`c${day}`, daysBefore(day)))});
    const options = {asOf, rfm: {recency: "quintile"}} as const;
    await withShop(shop([1, 10, 20, 30, 40]), options, async (warehouse) => {
      expect(await describeEdges(warehouse, "2025-12")).toBe(
        'recency: "edges",\nrecencyDays: [1, 10, 20, 30],\nedges: {snapshot: "2025-12", frequency: [null, null, null, null], monetary: [null, null, null, null]},\n',
      );
    });
    await withShop(shop([1, 10]), options, async (warehouse) => {
      await expect(describeEdges(warehouse, "2025-12")).rejects.toThrow("nobody has some score of recency");
    });
  });

  test("are refused where scores have none, and where they are kept already", async () => {
    const frozen = {...edges, frequency: [...edges.frequency], monetary: [...edges.monetary]} as never;
    for (const [rfm, message] of [
      [{ties: "first"}, "rfm.ties: first scores places"],
      [{edges: frozen}, "the edges of 2025-11 are kept already"],
    ] as const)
      await withShop({lines: five}, {asOf, rfm}, async (warehouse) => {
        await expect(describeEdges(warehouse, "2025-12")).rejects.toThrow(message);
      });
  });
});

describe("published edges", () => {
  test("are the smallest values that earn each score, with a warning for scores that nobody has and for large ties", () =>
    withShop({lines: five}, {asOf, privacy: {minCustomers: 1}}, async (warehouse) => {
      const rows = (await publishedRows<Written<ScoreEdgeRow>>(warehouse, "score-edges")).filter(
        (row) => row.month === "2025-12-01",
      );
      const of = (measure: string) =>
        rows
          .filter((row) => row.measure === measure)
          .map((row) => [row.edge, row.customers, row.is_missing, row.has_large_tie]);
      expect(of("frequency")).toEqual([
        [1, 1, false, false],
        [2, 1, false, false],
        [3, 2, false, true],
        [null, 0, true, false],
        [5, 1, false, false],
      ]);
      expect(of("monetary")).toEqual([
        [null, 1, false, false],
        [60, 2, false, true],
        [null, 0, true, false],
        [100, 1, false, false],
        [400, 1, false, false],
      ]);
      expect(of("recency")).toEqual([
        [null, 0, true, false],
        [180, 0, true, false],
        [90, 0, true, false],
        [60, 1, false, false],
        [30, 4, false, false],
      ]);
    }));

  test("of money are withheld where too few people have the score", () =>
    withShop({lines: five}, {asOf}, async (warehouse) => {
      const rows = await publishedRows<Written<ScoreEdgeRow>>(warehouse, "score-edges");
      expect(rows.filter((row) => row.measure === "monetary" && row.edge !== null)).toEqual([]);
    }));
});

test("further windows are scored by the same rules, and the report's own is among them", () =>
  withShop(
    {lines: [sold("a", "2025-12-20"), sold("b", "2025-07-10"), sold("c", "2025-03-10"), sold("d", "2024-02-10")]},
    {asOf, rfm: {windows: [6, 24]}},
    async (warehouse) => {
      interface Row {
        month: string;
        window_months: number;
        segment: string;
        customers: number;
        is_warming_up: boolean;
      }
      const rows = (await publishedRows<Row>(warehouse, "segment-windows")).filter((row) => row.month === "2025-12-01");
      const lapsed = rows.filter((row) => row.segment === "lapsed");
      expect(lapsed.map((row) => [row.window_months, row.customers, row.is_warming_up])).toEqual([
        [6, 2, false],
        [12, 1, false],
        [24, 0, true],
      ]);
      const sizes = await publishedRows<Row>(warehouse, "segment-sizes");
      expect(rows.filter((row) => row.window_months === 12).map((row) => row.customers)).toEqual(
        sizes.filter((row) => row.month === "2025-12-01").map((row) => row.customers),
      );
    },
  ));

test("who crosses the pool's border is counted by where they come from and go to", () =>
  withShop(
    {
      lines: [
        ...soldOften(4, "in", "2025-12-01"),
        ...soldOften(4, "left", "2025-09-20"),
        ...soldOften(3, "came", "2025-10-01"),
        sold("came", "2025-12-03"),
        sold("few", "2025-12-03"),
        ...soldOften(4, "new", "2025-12-03"),
      ],
      customers: [{customer: "in", on: "2025-11-02"}],
    },
    {asOf, rfm: {pool: "active"}},
    async (warehouse) => {
      const rows = await publishedRows<Record<string, unknown>>(warehouse, "pool");
      expect(rows.filter((row) => row.month === "2025-12-01")).toEqual(
        [
          {place: "in", customers: 3, inactive_customers: 0, entered: 0, departed: 0},
          {place: "lapsed", customers: 0, inactive_customers: 0, entered: 0, departed: 0},
          {place: "outside", customers: 2, inactive_customers: 1, entered: 1, departed: 1},
          {place: "prospect", customers: 0, inactive_customers: 0, entered: 1, departed: 0},
          {place: "unknown", customers: 0, inactive_customers: 0, entered: 1, departed: 0},
        ].map((row) => ({month: "2025-12-01", ...row})),
      );
    },
  ));

test("the four groups of customer intelligence are a built-in map with a headline of its own", () =>
  withShop(
    {
      lines: [...soldOften(3, "regular", "2025-12-01"), sold("new", "2025-12-20"), sold("escaping", "2025-05-20")],
      customers: [{customer: "member", on: "2025-12-02"}],
    },
    {asOf, segments: "four-groups"},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "segment")).toEqual({
        regular: "regulars",
        new: "new_buyers",
        escaping: "escaping",
        member: "prospect",
      });
      expect(warehouse.loaded.config.slide).toMatchObject({from: ["regulars"], to: ["escaping"]});
      const labels = await warehouse.query("SELECT label_tr, label_en FROM states WHERE key = 'prospect'");
      expect(labels).toEqual([{label_tr: "Yeni üye", label_en: "New members"}]);
    },
  ));
