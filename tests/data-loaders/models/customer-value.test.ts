import {join} from "node:path";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {simulatePurchases} from "../../../data-loaders/cli/bench/simulate-purchases.ts";
import {writeMasterTable} from "../../../data-loaders/cli/write-master-table.ts";
import {concentration} from "../../../data-loaders/stats/concentration.ts";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";
import type {Warehouse} from "../../../data-loaders/warehouse/warehouse.ts";
import type {
  BacktestScoreRow,
  BacktestWeekRow,
  ChannelValueRow,
  CohortValueRow,
  SegmentValueRow,
  SlidingValueRow,
  ValueDecileRow,
  ValueModelRow,
} from "../../../src/components/value/value-rows.ts";
import {stringify} from "../../helpers/csv-text.ts";
import {withFiles, withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {sold} from "../../helpers/sold.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";
import {formatDay, parseDay} from "../../oracle/calendar.ts";
import {parseMoney} from "../../oracle/money.ts";
import type {Line} from "../../oracle/shop.ts";

const exact = {privacy: {minCustomers: 1}};
const sum = (values: readonly (number | null)[]) => values.reduce((all: number, value) => all + (value ?? 0), 0);

describe("purchase histories", () => {
  // Full months: January to April. Two are held out: the cut is at the end of February, the earlier day at that of December.
  const lines = [
    sold("ada", "2025-01-01 09:00", 100),
    sold("ada", "2025-01-01 17:00", 20), // the same day: one purchase
    sold("ada", "2025-02-10", 50),
    sold("ada", "2025-03-01", 30),
    sold("ada", "2025-05-02", 7), // after the months held out
    sold("ben", "2025-02-28", 10),
    sold("cem", "2025-03-15", 40),
    sold(undefined, "2025-02-02", 1000),
  ];
  const returns = [{order: lines[2]!.order, at: "2025-04-05", amount: parseMoney("15")}];

  test("until the end, until the cut, and in the months held out", () =>
    withShop({lines, returns}, {asOf: "2025-05-10", value: {holdoutMonths: 2}, ...exact}, async (warehouse) => {
      const rows = await warehouse.query<Record<string, unknown>>(
        `SELECT CAST(first_on AS VARCHAR) AS first_on, CAST(frequency AS INTEGER) AS x, CAST(last_days AS INTEGER) AS last,
          CAST(age_days AS INTEGER) AS age, CAST(net_revenue AS DOUBLE) AS money, CAST(repeat_revenue AS DOUBLE) AS repeat,
          CAST(cut_on AS VARCHAR) AS cut, CAST(cut_frequency AS INTEGER) AS cut_x, CAST(cut_last_days AS INTEGER) AS cut_last,
          CAST(cut_age_days AS INTEGER) AS cut_age, CAST(cut_repeat_revenue AS DOUBLE) AS cut_repeat,
          CAST(held_purchases AS INTEGER) AS held, CAST(held_net_revenue AS DOUBLE) AS held_money,
          CAST(held_days AS INTEGER) AS days
        FROM purchase_histories ORDER BY first_on`,
      );
      expect(rows.map((row) => Object.values(row))).toEqual([
        // 120 + 50 + 30 + 7 − 15, of which 72 after the first day; a return on 5 April.
        ["2025-01-01", 3, 121, 129, 192, 72, "2025-02-28", 1, 40, 58, 50, 1, 15, 61],
        ["2025-02-28", 0, 0, 71, 10, 0, "2025-02-28", 0, 0, 0, 0, 0, 0, 61],
        ["2025-03-15", 0, 0, 56, 40, 0, null, null, null, null, null, null, null, null],
      ]);
    }));

  test("too few customers are a status, and too short a past holds nothing out", () =>
    withShop({lines}, {asOf: "2025-05-10", ...exact}, async (warehouse) => {
      const models = await publishedRows<ValueModelRow>(warehouse, "value-models");
      expect(new Set(models.map(({status, is_chosen}) => `${status} ${is_chosen}`))).toEqual(
        new Set(["too_few false"]),
      );
      const scores = await publishedRows<BacktestScoreRow>(warehouse, "backtest-scores");
      expect(scores.map(({method, actual}) => [method, actual])).toEqual([
        ["bg-nbd", null],
        ["mbg-nbd", null],
        ["pareto-nbd", null],
      ]);
      expect(await publishedRows(warehouse, "backtest-weeks")).toEqual([]);
      expect(await publishedRows(warehouse, "sliding-values")).toEqual([]);
      const [total] = await publishedRows<SegmentValueRow>(warehouse, "segment-values");
      expect(total).toMatchObject({
        segment: null,
        buyers: 3,
        net_revenue: 257,
        predicted_net_revenue_12_months: null,
        likely_alive: null,
      });
    }));
});

describe("a shop of 600 customers who buy as the BG/NBD says", () => {
  const [start, end] = [parseDay("2024-01-01"), parseDay("2025-12-31")];
  const cut = parseDay("2025-06-30");
  const random = new RandomStream(3, "customer-value");
  const population = {model: "bg-nbd", params: {r: 0.6, alpha: 6, a: 0.8, b: 2.5}} as const;
  // A first day, the days of the repeat purchases from the simulated x and t_x, spread evenly, and what they are worth.
  const people = Array.from({length: 600}, (_, i) => {
    const first = start + random.integer(0, 640);
    const {frequency, ageAtLastPurchase} = simulatePurchases(population, (end - first) / 7, random, 1 / 7);
    const last = Math.round(7 * ageAtLastPurchase);
    const days = new Set([0, ...Array.from({length: frequency}, (__, k) => Math.round(((k + 1) * last) / frequency))]);
    return {name: `c${i}`, days: [...days].map((day) => first + day), amount: 20 + random.integer(0, 100)};
  });
  const lines: Line[] = people.flatMap(({name, days, amount}, i) =>
    days.map((day, k) => sold(name, formatDay(day), amount + ((7 * k + i) % 11))),
  );
  const rows = {} as {
    models: ValueModelRow[];
    scores: BacktestScoreRow[];
    weeks: (Omit<BacktestWeekRow, "week"> & {week: string})[];
    segments: SegmentValueRow[];
    cohorts: CohortValueRow[];
    deciles: ValueDecileRow[];
    sliding: SlidingValueRow[];
    master: {month: string; people: number; alive: number; money: number | null}[];
    customers: {x: number; last: number; age: number; repeat: number; alive: number; next: number; money: number}[];
  };

  beforeAll(
    () =>
      withShop(
        {lines},
        {asOf: "2025-12-31", value: {model: "bg-nbd", discountRate: 0}, ...exact},
        async (warehouse) => {
          rows.models = await publishedRows(warehouse, "value-models");
          rows.scores = await publishedRows(warehouse, "backtest-scores");
          rows.weeks = await publishedRows(warehouse, "backtest-weeks");
          rows.segments = await publishedRows(warehouse, "segment-values");
          rows.cohorts = await publishedRows(warehouse, "cohort-values");
          rows.deciles = await publishedRows(warehouse, "value-deciles");
          rows.sliding = await publishedRows(warehouse, "sliding-values");
          rows.master = await readMasterTable(warehouse);
          rows.customers = await warehouse.query(
            `SELECT CAST(h.frequency AS INTEGER) AS x, CAST(h.last_days AS INTEGER) AS last, CAST(h.age_days AS INTEGER) AS age,
            CAST(h.repeat_revenue AS DOUBLE) AS repeat, v.alive_probability AS alive,
            v.expected_purchases_6_months AS next, CAST(v.predicted_net_revenue_6_months AS DOUBLE) AS money
          FROM purchase_histories h JOIN customer_values v ON v.person_no = h.person_no ORDER BY h.person_no`,
          );
        },
      ),
    60_000,
  );

  test("the master table says what is expected at the newest snapshot alone", () => {
    const newest = rows.master.at(-1)!;
    expect(newest).toMatchObject({month: "2025-12", people: people.length, alive: people.length});
    expect(newest.money).toBeCloseTo(sum(rows.customers.map(({money}) => money)), 2);
    for (const {alive, money} of rows.master.slice(0, -1)) expect([alive, money]).toEqual([0, null]);
  });

  const estimate = (model: string, parameter: string) =>
    rows.models.find((row) => row.period === "all" && row.model === model && row.parameter === parameter)!.estimate!;

  test("P(alive) and the value of a purchase are those of the formulas", () => {
    const [r, alpha, a, b] = ["r", "alpha", "a", "b"].map((name) => estimate("bg-nbd", name)) as [
      number,
      number,
      number,
      number,
    ];
    const [p, q, v] = ["p", "q", "v"].map((name) => estimate("gamma-gamma", name)) as [number, number, number];
    expect(rows.customers).toHaveLength(people.length);
    for (const {x, last, age, repeat, alive, next, money} of rows.customers) {
      // Fader, Hardie & Lee (2008): 1 without a repeat purchase.
      const odds = (a / (b + x - 1)) * ((alpha + age / 7) / (alpha + last / 7)) ** (r + x);
      expect(alive).toBeCloseTo(x === 0 ? 1 : 1 / (1 + odds), 9);
      // Fader & Hardie (2013), eq. 5; nothing is discounted here.
      expect(money).toBeCloseTo((next * p * (v + repeat)) / (p * x + q - 1), 3);
    }
    expect(rows.models.filter(({is_chosen, model}) => is_chosen && model !== "gamma-gamma")[0]).toMatchObject({
      model: "bg-nbd",
      reason: "configured",
      status: "ok",
    });
  });

  test("segments, cohorts and bands add up to all customers", () => {
    const [total, ...segments] = rows.segments;
    expect(total!.buyers).toBe(people.length);
    for (const name of ["customers", "buyers", "order_count_window", "likely_alive"] as const)
      expect(sum(segments.map((row) => row[name]))).toBe(total![name]);
    for (const name of [
      "net_revenue",
      "net_revenue_window",
      "expected_purchases_12_months",
      "predicted_net_revenue_6_months",
      "predicted_net_revenue_12_months",
    ] as const)
      expect(sum(segments.map((row) => row[name]))).toBeCloseTo(total![name]!, 3);
    expect(total!.predicted_net_revenue_6_months).toBeCloseTo(sum(rows.customers.map(({money}) => money)), 2);
    for (const name of ["net_revenue", "predicted_net_revenue_12_months"] as const)
      expect(sum(rows.cohorts.map((row) => row[name]))).toBeCloseTo(total![name]!, 3);
    expect(total!.low_12_months!).toBeLessThan(total!.predicted_net_revenue_12_months!);
    expect(total!.low_12_months! * total!.high_12_months!).toBeCloseTo(
      total!.predicted_net_revenue_12_months! ** 2,
      -3,
    );
    const there = segments.filter(({segment}) => segment === "at_risk" || segment === "cant_lose");
    expect(sum(rows.sliding.filter(({kind}) => kind === "there").map(({customers}) => customers))).toBe(
      sum(there.map(({buyers}) => buyers)),
    );
  });

  test("tenths of the last year's revenue", () => {
    const year = people
      .map(({name}) =>
        sum(lines.filter((line) => line.customer === name && line.at >= "2025").map(({amount}) => amount)),
      )
      .filter((amount) => amount > 0)
      .map((amount) => amount / 10_000);
    const {gini, deciles} = concentration(year);
    expect(rows.deciles.map(({customers}) => customers)).toEqual(deciles.map(({customers}) => customers));
    rows.deciles.forEach((row, i) => {
      expect(row.net_revenue).toBeCloseTo(deciles[i]!.value, 6);
    });
    expect(rows.deciles[0]!.gini).toBeCloseTo(gini!, 9);
    expect(rows.deciles.at(-1)!.share_to_here).toBe(1);
  });

  test("the backtest counts what came in the months held out, of those who were there before", () => {
    const before = people.filter(({days}) => days[0]! <= cut);
    const held = sum(before.map(({days}) => days.filter((day) => day > cut).length));
    const totals = rows.scores.filter(({frequency}) => frequency === null);
    expect(new Set(totals.map(({method}) => method))).toEqual(
      new Set(["bg-nbd", "mbg-nbd", "pareto-nbd", "same-rate", "last-months", "linear"]),
    );
    for (const row of totals.filter(({measure}) => measure === "purchases"))
      expect([row.method, row.customers, row.actual]).toEqual([row.method, before.length, held]);
    for (const {method, expected, mean_absolute_error} of totals.filter(({measure}) => measure === "purchases")) {
      const classes = rows.scores.filter((row) => row.method === method && row.frequency !== null);
      expect(sum(classes.map((row) => row.expected))).toBeCloseTo(expected!, 6);
      expect(mean_absolute_error).toBeGreaterThan(0);
    }
    // As often as before, by hand.
    const rate = before.map(({days}) => {
      const x = days.filter((day) => day <= cut).length - 1;
      return days[0]! < cut ? (x / (cut - days[0]!)) * 184 : 0;
    });
    expect(totals.find(({method, measure}) => method === "same-rate" && measure === "purchases")!.expected).toBeCloseTo(
      sum(rate),
      6,
    );
  });

  test("weeks meet the cut and the last day, and add up", () => {
    const before = people.filter(({days}) => days[0]! <= cut);
    const own = rows.weeks.filter(({method}) => method === "bg-nbd");
    const held = own.filter(({is_held_out}) => is_held_out);
    expect(held[0]!.week).toBe("2025-07-01");
    expect(sum(held.map(({days}) => days))).toBe(184);
    expect(sum(held.map(({actual}) => actual))).toBe(
      sum(before.map(({days}) => days.filter((day) => day > cut).length)),
    );
    expect(own.at(-1)!.actual_to_date).toBe(sum(before.map(({days}) => days.length - 1)));
    expect(sum(own.map(({expected}) => expected))).toBeCloseTo(own.at(-1)!.expected_to_date, 6);
    expect(own.every(({expected}) => expected >= 0)).toBe(true);
  });
});

test("money of segments and cohorts of too few is withheld, and what would give it away", () => {
  const lines = ["a", "b", "c", "d", "e"].map((name, i) =>
    sold(name, i < 2 ? "2025-01-05" : "2025-02-05", 10 * (i + 1)),
  );
  return withShop({lines}, {asOf: "2025-02-28", privacy: {minCustomers: 3}}, async (warehouse) => {
    const cohorts = await publishedRows<CohortValueRow>(warehouse, "cohort-values");
    expect(cohorts.map((row) => [row.customers, row.net_revenue])).toEqual([
      [2, null],
      [3, null],
    ]);
    const [total] = await publishedRows<SegmentValueRow>(warehouse, "segment-values");
    expect(total!.net_revenue).toBe(150);
    const deciles = await publishedRows<ValueDecileRow>(warehouse, "value-deciles");
    expect(deciles.map(({net_revenue, gini}) => [net_revenue, gini])).toEqual(deciles.map(() => [null, null]));
  });
});

test("a channel's cost, what its customers brought, and when they had paid back", () => {
  const orders = [
    ["ada", "2025-01-10", 30],
    ["ben", "2025-01-20", 10],
    ["ada", "2025-02-10", 60],
    ["cem", "2025-03-05", 25],
  ].map(([customer, at, amount], i) => [`o${i}`, customer, at, amount]);
  const files = {
    "lines.csv": stringify(["order_id", "customer_id", "ordered_at", "amount"], orders),
    "customers.csv": stringify(
      ["customer_id", "acquisition_source"],
      [
        ["ada", "Ads"],
        ["ben", "ads "],
        ["cem", undefined],
      ],
    ),
    "spend.csv": stringify(
      ["day", "channel", "amount"],
      [
        ["2025-01-02", "ads", 60],
        ["2025-02-02", "ads", 20],
        ["2024-12-31", "ads", 999],
        ["2025-03-02", "tv", 50],
      ],
    ),
  };
  const csv = (path: string) => ({kind: "csv" as const, path});
  const sources = {
    order_lines: csv("lines.csv"),
    customers: csv("customers.csv"),
    spend: csv("spend.csv"),
  };
  return withFiles(
    files,
    sources,
    async (warehouse) => {
      const rows = await publishedRows<ChannelValueRow>(warehouse, "channel-values");
      expect(
        rows.map((row) => [
          row.channel,
          row.customers,
          row.spend,
          row.cost_per_customer,
          row.net_revenue_per_customer,
          row.payback_month_no,
        ]),
      ).toEqual([
        // 40 each; half of 20 in month 0 and of 30 in month 1: 25 by the end of month 1, and nothing in month 2.
        ["ads", 2, 80, 40, 50, null],
        ["tv", 0, 50, null, null, null],
        ["unknown", 1, null, null, 25, null],
      ]);
      expect(rows[0]).toMatchObject({from_month: "2025-01-01", to_month: "2025-03-01", last_month_no: 2});
    },
    {asOf: "2025-03-31", value: {margin: 0.5}, ...exact},
  );
});

/** By month, the customers of the master table and what it expects of them. */
function readMasterTable(warehouse: Warehouse) {
  return inTemporaryFolder(async (folder) => {
    vi.stubEnv("MUDAVIM_KEY", "a key for the tests of customer value");
    const file = join(folder, "master.parquet");
    await writeMasterTable(warehouse, file, join(folder, "out")).finally(() => vi.unstubAllEnvs());
    const engine = await warehouse.engine();
    return engine.rows<{month: string; people: number; alive: number; money: number | null}>(
      `SELECT strftime(month, '%Y-%m') AS month, CAST(count(*) AS INTEGER) AS people,
        CAST(count(alive_probability) AS INTEGER) AS alive, CAST(sum(predicted_net_revenue_6_months) AS DOUBLE) AS money
      FROM read_parquet('${file}') GROUP BY 1 ORDER BY 1`,
    );
  });
}
