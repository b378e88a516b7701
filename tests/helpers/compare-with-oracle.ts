import {expect} from "vitest";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import type {MigrationRow} from "../../src/components/report/movement-rows.ts";
import type {SlideTrendRow} from "../../src/components/report/slide-rows.ts";
import type {Month} from "../oracle/calendar.ts";
import {horizons} from "../oracle/compute.ts";
import {formatMoney, sum} from "../oracle/money.ts";
import {addUp} from "../oracle/movements.ts";
import {usualSlides} from "../oracle/sales.ts";
import {compareLifeCycle, comparePool, compareScores, compareStays} from "./compare-states.ts";
import {asNumber, type Comparison, expectWithheld, nameOf, withholdable} from "./comparison.ts";
import {findDifferences} from "./find-differences.ts";
import {publishedRows, type Written} from "./published-rows.ts";

/** Holds every table of the pipeline against the oracle, to the last digit, and withheld money against its rule. */
export async function expectSameAsOracle(comparison: Comparison): Promise<void> {
  await comparison.warehouse.ensure();
  await compareSnapshots(comparison);
  await compareCauses(comparison);
  await compareScores(comparison);
  await comparePool(comparison);
  await compareLifeCycle(comparison);
  await compareStays(comparison);
  await compareSizes(comparison);
  await compareMigration(comparison);
  await compareSlides(comparison);
  await compareTrend(comparison);
  await compareSales(comparison);
}

const outsideThePool = ["lapsed", "outside", "prospect"];

async function compareSnapshots({warehouse, oracle}: Comparison): Promise<void> {
  const actual = await warehouse.query<Record<string, unknown>>(
    `SELECT CAST(s.month AS VARCHAR) || ' ' || p.customer_id AS key,
       concat_ws(' ', s.segment, 'R', coalesce(s.days_since_last_order, -1), 'F', s.order_count, 'M', s.net_revenue, 'scores', s.r_score, s.f_score, s.m_score, round(s.weighted_score * 1e6), s.life_cycle,
         'month', s.order_count_month, s.net_revenue_month) AS value
     FROM rfm_snapshots s JOIN persons p ON p.person_no = s.person_no`,
  );
  const expected = oracle.snapshots.flatMap(({month, persons}) =>
    [...persons.values()].map((person) => {
      const {customer, state, days = -1, ordersInWindow, netInWindow, scores, ordersInMonth, netInMonth} = person;
      const scored = scores ? [scores.r, scores.f, scores.m, `${Math.round(scores.weighted * 1e6)}.0`] : [];
      const value = [
        state,
        "R",
        days,
        "F",
        ordersInWindow,
        "M",
        formatMoney(netInWindow),
        "scores",
        ...scored,
        person.lifeCycle,
        "month",
        ordersInMonth,
        formatMoney(netInMonth),
      ];
      return {key: `${nameOf(month)} ${customer}`, value: value.join(" ")};
    }),
  );
  expect(findDifferences("rfm_snapshots", actual, expected)).toEqual([]);
}

async function compareCauses({warehouse, oracle}: Comparison): Promise<void> {
  const actual = await warehouse.query(
    `SELECT CAST(m.month AS VARCHAR) || ' ' || p.customer_id AS key, concat_ws(' ', m.from_segment, m.to_segment, m.cause) AS value
     FROM moves m JOIN persons p ON p.person_no = m.person_no`,
  );
  const expected = oracle.moves
    .filter((move) => move.horizon === 1 && move.cause)
    .map((move) => ({key: `${nameOf(move.month)} ${move.customer}`, value: `${move.from} ${move.to} ${move.cause}`}));
  expect(findDifferences("moves", actual, expected)).toEqual([]);
}

interface SizeRow {
  month: string;
  segment: string;
  customers: number;
  net_revenue_window: number | null;
  order_count_window: number;
  net_revenue_month: number | null;
  order_count_month: number;
  is_warming_up: boolean;
}

async function compareSizes({warehouse, oracle, segments, minCustomers}: Comparison): Promise<void> {
  const rows = await publishedRows<SizeRow>(warehouse, "segment-sizes");
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.segment}`,
    value: [
      row.customers,
      row.order_count_window,
      row.order_count_month,
      row.is_warming_up,
      row.net_revenue_window,
      row.net_revenue_month,
    ],
  }));
  const expected = oracle.snapshots.flatMap(({month, isWarmingUp, persons}) =>
    [...segments, ...outsideThePool].map((segment) => {
      const own = [...persons.values()].filter((person) => person.state === segment);
      const count = (read: (person: (typeof own)[number]) => number) => sum(own.map(read));
      const orders = [count((person) => person.ordersInWindow), count((person) => person.ordersInMonth)];
      const money = [count((person) => person.netInWindow), count((person) => person.netInMonth)].map(withholdable);
      return {key: `${nameOf(month)} ${segment}`, value: [own.length, ...orders, isWarmingUp, ...money]};
    }),
  );
  expect(findDifferences("segment-sizes", actual, expected)).toEqual([]);
  for (const column of ["net_revenue_window", "net_revenue_month"] as const)
    expectWithheld(
      column,
      rows.map((row) => ({margin: row.month, customers: row.customers, money: row[column]})),
      minCustomers,
    );
}

async function compareMigration({warehouse, oracle, segments, minCustomers}: Comparison): Promise<void> {
  const rows = await publishedRows<Written<MigrationRow>>(warehouse, "segment-migration");
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.horizon_months} ${row.from_segment} ${row.to_segment}`,
    value: [row.customers, row.share_of_origin, row.revenue_at_stake],
  }));
  const rowOf = (move: {month: Month; horizon: number; from: string}) =>
    `${nameOf(move.month)} ${move.horizon} ${move.from}`;
  const cells = addUp(
    oracle.moves,
    (move) => `${rowOf(move)} ${move.to}`,
    (move) => move.atStake,
  );
  const origins = addUp(oracle.moves, rowOf, () => 0);
  const expected = oracle.snapshots.flatMap(({month}, t) =>
    horizons
      .filter((horizon) => t >= horizon)
      .flatMap((horizon) =>
        [...segments, ...outsideThePool, "unknown"].flatMap((from) =>
          [...segments, ...outsideThePool].map((to) => {
            const row = rowOf({month, horizon, from});
            const {customers, money} = cells.get(`${row} ${to}`) ?? {customers: 0, money: 0};
            const all = origins.get(row)?.customers;
            return {key: `${row} ${to}`, value: [customers, all ? customers / all : null, withholdable(money)]};
          }),
        ),
      ),
  );
  expect(findDifferences("segment-migration", actual, expected)).toEqual([]);
  expect(rows.filter((row) => row.is_impossible && row.customers > 0)).toEqual([]);
  expectWithheld(
    "revenue_at_stake of segment-migration",
    rows
      .filter((row) => !["unknown", "prospect", "lapsed"].includes(row.from_segment))
      .map((row) => ({
        margin: `${row.month} ${row.horizon_months} ${row.from_segment}`,
        customers: row.customers,
        money: row.revenue_at_stake,
      })),
    minCustomers,
    await listSecretRows(warehouse),
  );
}

/** The rows whose sum segment-sizes withholds, as month, horizon and segment. */
async function listSecretRows(warehouse: Warehouse): Promise<Set<string>> {
  const sizes = await publishedRows<SizeRow>(warehouse, "segment-sizes");
  const months = [...new Set(sizes.map((size) => size.month))];
  return new Set(
    sizes
      .filter((size) => size.net_revenue_window === null)
      .flatMap((size) =>
        horizons.map((horizon) => `${months[months.indexOf(size.month) + horizon]} ${horizon} ${size.segment}`),
      ),
  );
}

interface SlideRow {
  month: string;
  from_segment: string;
  to_segment: string;
  path: string;
  cause: string;
  customers: number;
  revenue_at_stake: number | null;
}

async function compareSlides({warehouse, oracle, minCustomers}: Comparison): Promise<void> {
  const rows = await publishedRows<SlideRow>(warehouse, "segment-slides");
  const actual = rows.map((row) => ({
    key: [row.month, row.from_segment, row.to_segment, row.path, row.cause].join(" | "),
    value: [row.customers, row.revenue_at_stake],
  }));
  const cells = addUp(
    oracle.slides,
    (slide) => [nameOf(slide.month), slide.from, slide.to, slide.path.join(" → "), slide.cause].join(" | "),
    (slide) => slide.atStake,
  );
  const expected = [...cells].map(([key, {customers, money}]) => ({key, value: [customers, withholdable(money)]}));
  expect(findDifferences("segment-slides", actual, expected)).toEqual([]);
  expectWithheld(
    "revenue_at_stake of segment-slides",
    // The trend prints the money of all but the thresholds' slides: those are a margin of their own.
    rows.map((row) => ({
      margin: `${row.month} ${row.cause === "thresholds"}`,
      customers: row.customers,
      money: row.revenue_at_stake,
    })),
    minCustomers,
  );
}

async function compareTrend({warehouse, oracle, minCustomers}: Comparison): Promise<void> {
  const rows = await publishedRows<Written<SlideTrendRow>>(warehouse, "slide-trend");
  const actual = rows.map((row) => ({
    key: row.month,
    value: [
      row.customers,
      row.customers_thresholds,
      row.base_customers,
      row.usual_customers,
      row.is_warming_up,
      row.is_partial,
      row.revenue_at_stake,
    ],
  }));
  const expected = oracle.snapshots.map(({month, isWarmingUp, isPartial}, t) => {
    const own = oracle.slides.filter((slide) => slide.month === month);
    const counted = own.filter((slide) => slide.cause !== "thresholds");
    const usual = usualSlides(oracle.snapshots, t, oracle.slides) ?? null;
    const atStake = withholdable(sum(counted.map((slide) => slide.atStake)));
    const value = [
      counted.length,
      own.length - counted.length,
      oracle.slideBases[t]!,
      usual,
      isWarmingUp,
      isPartial,
      atStake,
    ];
    return {key: nameOf(month), value};
  });
  expect(findDifferences("slide-trend", actual, expected)).toEqual([]);
  for (const row of rows) expect(row.revenue_at_stake === null).toBe(row.customers > 0 && row.customers < minCustomers);
}

async function compareSales({warehouse, oracle}: Comparison): Promise<void> {
  const rows = await publishedRows<Record<string, unknown>>(warehouse, "monthly-sales");
  const actual = rows.map((row) => ({
    key: row.month,
    value: [row.net_revenue, row.gross_revenue, row.orders, row.customers, row.new_customers],
  }));
  const expected = oracle.sales.map(({month, net, gross, orders, customers, newCustomers}) => ({
    key: nameOf(month),
    value: [asNumber(net), asNumber(gross), orders, customers, newCustomers],
  }));
  expect(findDifferences("monthly-sales", actual, expected)).toEqual([]);
}
