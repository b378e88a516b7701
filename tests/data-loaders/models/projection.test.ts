import {describe, expect, test} from "vitest";
import type {ProjectionRow} from "../../../src/components/report/movement-rows.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows, type Written} from "../../helpers/published-rows.ts";
import {firstDayOf, formatDay, parseDay} from "../../oracle/calendar.ts";
import {computeOracle} from "../../oracle/compute.ts";
import {listMoves} from "../../oracle/movements.ts";
import {defaults, type Line, type Options, type Shop} from "../../oracle/shop.ts";

const firstDay = parseDay("2023-01-02");

/** Sixty customers who order every so many days, each from a month of their own on. */
function orderUntil(lastDay: string): Line[] {
  return Array.from({length: 60}, (_, i) => i).flatMap((i) => {
    const days = Array.from({length: 80}, (_, n) => firstDay + 11 * (i % 40) + n * (9 + 7 * (i % 11)) + ((i * n) % 13));
    return days
      .filter((day) => day <= parseDay(lastDay))
      .map((day) => ({
        order: `c${i}-${day}`,
        customer: `c${i}`,
        at: formatDay(day),
        amount: 10_000 * (1 + ((7 * day + i) % 50)),
      }));
  });
}

const rfm = {windowMonths: 2};
const options: Options = {...defaults, windowMonths: 2, slide: {...defaults.slide, withinMonths: 2}};
const config = {rfm, slide: {withinMonths: 2}, watchedEdges: [{from: "champions", to: "loyal"}]};

type Row = Written<ProjectionRow>;

describe("a shop of twenty months", {timeout: 60_000}, () => {
  // The newest month is not over: what is projected begins at the one before.
  const shop: Shop = {
    lines: [...orderUntil("2024-08-10"), {order: "last", customer: "c1", at: "2024-08-10", amount: 10_000}],
  };
  const oracle = computeOracle(shop, options);
  const full = oracle.snapshots.filter((snapshot) => !snapshot.isPartial);
  const usable = full.filter((snapshot) => !snapshot.isWarmingUp);

  /** Sizes × pooled matrix + mean arrivals, person by person. */
  function expectNaively(base: number, horizon: number): Map<string, number> {
    const fitted = full.slice(base - 11, base + 1).map(({month}) => month);
    const moves = listMoves(oracle.snapshots, horizon, oracle.ledger, options).filter((move) =>
      fitted.includes(move.month),
    );
    const expected = new Map<string, number>();
    const add = (state: string, people: number) => expected.set(state, (expected.get(state) ?? 0) + people);
    for (const {state} of full[base]!.persons.values()) {
      const own = moves.filter((move) => move.from === state);
      if (own.length === 0) add(state, 1);
      for (const {to} of own) add(to, 1 / own.length);
    }
    for (const {to} of moves.filter((move) => move.from === "unknown")) add(to, 1 / 12);
    return expected;
  }

  test("is projected from its newest full month, and each earlier projection is held against what came", () =>
    withShop(shop, config, async (warehouse) => {
      const rows = await publishedRows<Row>(warehouse, "segment-projection");
      const found = new Map(rows.map((row) => [`${row.month} ${row.horizon_months} ${row.segment}`, row]));
      let compared = 0;
      for (const horizon of [1, 2, 3])
        for (let base = full.length - usable.length + 11 + horizon; base < full.length; base++) {
          const expected = expectNaively(base, horizon);
          const target = full[base]!.month + horizon;
          const actual = full.find(({month}) => month === target)?.persons;
          for (const segment of ["champions", "loyal", "at_risk", "lapsed", "prospect"]) {
            const row = found.get(`${formatDay(firstDayOf(target))} ${horizon} ${segment}`)!;
            expect(row.expected).toBeCloseTo(expected.get(segment) ?? 0, 9);
            expect(row.actual).toBe(actual ? [...actual.values()].filter(({state}) => state === segment).length : null);
            expect(row.lower).toBeGreaterThanOrEqual(0);
            expect(row.upper).toBeGreaterThanOrEqual(row.lower);
            compared++;
          }
        }
      expect(rows).toHaveLength((compared / 5) * 13);
      const ahead = rows.filter((row) => row.actual === null).map((row) => `${row.month} ${row.horizon_months}`);
      expect([...new Set(ahead)]).toEqual([
        "2024-08-01 1",
        "2024-08-01 2",
        "2024-08-01 3",
        "2024-09-01 2",
        "2024-09-01 3",
        "2024-10-01 3",
      ]);
    }));
});

test("with one transition too few nothing is projected", () => {
  const months = (lastDay: string) =>
    withShop(
      {lines: [...orderUntil(lastDay), {order: "last", customer: "c1", at: lastDay, amount: 10_000}]},
      config,
      async (warehouse) =>
        (await publishedRows<Row>(warehouse, "segment-projection")).map((row) => `${row.month} ${row.horizon_months}`),
    );
  // Data begin on 2 January 2023: the first two months that they cover whole are those before the end of March.
  return Promise.all([months("2024-02-29"), months("2024-03-31")]).then(([short, enough]) => {
    expect(short).toEqual([]);
    expect([...new Set(enough)]).toEqual(["2024-04-01 1"]);
  });
});
