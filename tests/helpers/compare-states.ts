import {expect} from "vitest";
import {formatDay} from "../oracle/calendar.ts";
import {type Money, sum} from "../oracle/money.ts";
import type {PersonState} from "../oracle/snapshots.ts";
import {type Comparison, expectWithheld, nameOf, withholdable} from "./comparison.ts";
import {findDifferences} from "./find-differences.ts";
import {publishedRows} from "./published-rows.ts";

interface Scores {
  month: string;
  measure: string;
  value: string;
  customers: number;
  net_revenue_window: number | null;
}

interface Edge {
  month: string;
  measure: string;
  score: number;
  customers: number;
  tied_customers: number | null;
  is_missing: boolean;
  has_large_tie: boolean;
}

/** People by RFM sum and by tier, and the edges of the scores. */
export async function compareScores({warehouse, oracle, minCustomers}: Comparison): Promise<void> {
  const rows = await publishedRows<Scores>(warehouse, "rfm-scores");
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.measure} ${row.value}`,
    value: [row.customers, row.net_revenue_window],
  }));
  const measures: [string, string[], (person: PersonState) => string | undefined][] = [
    [
      "sum",
      Array.from({length: 13}, (_, i) => String(i + 3)),
      ({scores}) => scores && String(scores.r + scores.f + scores.m),
    ],
    ["tier", ["bronze", "silver", "gold", "platinum"], ({scores}) => scores?.tier],
  ];
  const expected = oracle.snapshots.flatMap(({month, persons}) =>
    measures.flatMap(([measure, values, valueIn]) =>
      values.map((value) => {
        const own = [...persons.values()].filter((person) => valueIn(person) === value);
        return {key: `${nameOf(month)} ${measure} ${value}`, value: [own.length, withholdable(moneyOf(own))]};
      }),
    ),
  );
  expect(findDifferences("rfm-scores", actual, expected)).toEqual([]);
  const cells = rows.map((row) => ({
    margin: `${row.month} ${row.measure}`,
    customers: row.customers,
    money: row.net_revenue_window,
  }));
  expectWithheld("net_revenue_window of rfm-scores", cells, minCustomers);
  await compareEdges({warehouse, oracle, minCustomers, segments: []});
}

async function compareEdges({warehouse, oracle}: Comparison): Promise<void> {
  const {rfm} = warehouse.loaded.config;
  const rows = await publishedRows<Edge>(warehouse, "score-edges");
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.measure} ${row.score}`,
    value: [row.customers, row.tied_customers, row.is_missing, row.has_large_tie],
  }));
  const measures = [
    ["recency", "r", ({days}: PersonState) => -days!, rfm.recency === "quintile"],
    ["frequency", "f", ({ordersInWindow}: PersonState) => ordersInWindow, rfm.edges === "monthly"],
    ["monetary", "m", ({netInWindow}: PersonState) => netInWindow, rfm.edges === "monthly"],
  ] as const;
  const expected = oracle.snapshots.flatMap(({month, persons}) => {
    const pool = [...persons.values()].filter((person) => person.scores);
    return measures.flatMap(([measure, name, valueIn, isShare]) =>
      [1, 2, 3, 4, 5].map((score) => {
        const own = pool.filter((person) => person.scores![name] === score).map(valueIn);
        const best = Math.max(...own);
        const tied = own.length ? pool.filter((person) => valueIn(person) === best).length : 0;
        const isLarge = isShare && tied * 5 > pool.length;
        const isMissing = own.length === 0 && pool.length > 0;
        return {
          key: `${nameOf(month)} ${measure} ${score}`,
          value: [own.length, isLarge ? tied : null, isMissing, isLarge],
        };
      }),
    );
  });
  expect(findDifferences("score-edges", actual, expected)).toEqual([]);
}

/** Who is in the pool, who is not and why, and who crossed its border. */
export async function comparePool({warehouse, oracle}: Comparison): Promise<void> {
  const rows = await publishedRows<Record<string, unknown>>(warehouse, "pool");
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.place}`,
    value: [row.customers, row.entered, row.departed],
  }));
  const placeOf = (person: PersonState | undefined) => (person?.scores ? "in" : (person?.state ?? "unknown"));
  const expected = oracle.snapshots.flatMap(({month, persons}, t) =>
    ["in", "outside", "lapsed", "prospect", "unknown"].map((place) => {
      const before = oracle.snapshots[t - 1]?.persons;
      const people = [...persons.values()];
      const crossed = (from: string, to: string) =>
        people.filter((person) => placeOf(person) === to && placeOf(before!.get(person.customer)) === from).length;
      const isOut = place !== "in";
      const flows = before ? [isOut ? crossed(place, "in") : 0, isOut ? crossed("in", place) : 0] : [null, null];
      return {
        key: `${nameOf(month)} ${place}`,
        value: [people.filter((person) => placeOf(person) === place).length, ...flows],
      };
    }),
  );
  expect(findDifferences("pool", actual, expected)).toEqual([]);
}

interface LifeCycleRow {
  month: string;
  state: string;
  from_state: string | null;
  customers: number;
  orders: number | null;
  net_revenue: number | null;
}

const lifeCycle = ["potential", "new", "active", "loyal", "passive", "lost"];

/** States of the life cycle, and who came from where. */
export async function compareLifeCycle({warehouse, oracle, minCustomers}: Comparison): Promise<void> {
  const rows = await publishedRows<LifeCycleRow>(warehouse, "life-cycle");
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.from_state} ${row.state}`,
    value: row.from_state === null ? [row.customers, row.orders, row.net_revenue] : [row.customers],
  }));
  const expected = oracle.snapshots.flatMap(({month, persons}, t) => {
    const before = oracle.snapshots[t - 1]?.persons;
    return lifeCycle.flatMap((state) => {
      const own = [...persons.values()].filter((person) => person.lifeCycle === state);
      const orders = own.reduce((total, person) => total + person.ordersInMonth, 0);
      const money = withholdable(sum(own.map((person) => person.netInMonth)));
      const origins = before ? [...lifeCycle, "unknown"] : [];
      return [
        {key: `${nameOf(month)} null ${state}`, value: [own.length, orders, money]},
        ...origins.map((from) => ({
          key: `${nameOf(month)} ${from} ${state}`,
          value: [own.filter((person) => (before!.get(person.customer)?.lifeCycle ?? "unknown") === from).length],
        })),
      ];
    });
  });
  expect(findDifferences("life-cycle", actual, expected)).toEqual([]);
  const sizes = rows.filter((row) => row.from_state === null);
  expectWithheld(
    "net_revenue of life-cycle",
    sizes.map((row) => ({margin: row.month, customers: row.customers, money: row.net_revenue})),
    minCustomers,
  );
}

/** How long everybody has been where they are, and where they were before. */
export async function compareStays({warehouse, oracle}: Comparison): Promise<void> {
  const actual = await warehouse.query<Record<string, unknown>>(
    `SELECT CAST(s.month AS VARCHAR) || ' ' || p.customer_id AS key,
       concat_ws(' ', s.segment, coalesce(s.previous_segment, '-'), s.segment_since, s.months_in_segment, coalesce(s.tier, '-'), coalesce(s.rfm_sum, 0)) AS value
     FROM customer_states s JOIN persons p ON p.person_no = s.person_no`,
  );
  const expected = oracle.snapshots.flatMap(({month, persons}, t) =>
    [...persons.values()].map(({customer, state, scores}) => {
      let since = t;
      while (oracle.snapshots[since - 1]?.persons.get(customer)?.state === state) since--;
      const previous = oracle.snapshots[since - 1]?.persons.get(customer)?.state ?? "-";
      const rest = [scores?.tier ?? "-", scores ? scores.r + scores.f + scores.m : 0];
      const value = [state, previous, formatDay(oracle.snapshots[since]!.day), t - since + 1, ...rest];
      return {key: `${nameOf(month)} ${customer}`, value: value.join(" ")};
    }),
  );
  expect(findDifferences("customer_states", actual, expected)).toEqual([]);
}

function moneyOf(people: readonly PersonState[]): Money {
  return sum(people.map((person) => person.netInWindow));
}
