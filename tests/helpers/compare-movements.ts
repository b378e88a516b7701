import {expect} from "vitest";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {firstDayOf, formatDay, type Month} from "../oracle/calendar.ts";
import type {Oracle} from "../oracle/compute.ts";
import type {Money} from "../oracle/money.ts";
import {addUp} from "../oracle/movements.ts";
import {describeLengths, listStays} from "../oracle/tenure.ts";
import {findDifferences, Withholdable} from "./find-differences.ts";
import {publishedRows} from "./published-rows.ts";
import {findWithholdingProblems} from "./withholding.ts";

/** Holds causes, time in a state and limits against the oracle. */
export async function expectSameMovements(warehouse: Warehouse, oracle: Oracle, minCustomers: number): Promise<void> {
  await compareMoveCauses(warehouse, oracle, minCustomers);
  await compareTenure(warehouse, oracle);
  await compareLimits(warehouse, oracle);
}

interface CauseRow {
  month: string;
  from_segment: string;
  to_segment: string;
  cause: string;
  customers: number;
  revenue_at_stake: number | null;
}

async function compareMoveCauses(warehouse: Warehouse, oracle: Oracle, minCustomers: number): Promise<void> {
  const rows = await publishedRows<CauseRow>(warehouse, "move-causes");
  const actual = rows.map((row) => ({
    key: [row.month, row.from_segment, row.to_segment, row.cause].join(" "),
    value: [row.customers, row.revenue_at_stake],
  }));
  const cells = addUp(
    oracle.moves.filter((move) => move.horizon === 1 && move.cause),
    (move) => [nameOf(move.month), move.from, move.to, move.cause].join(" "),
    (move) => move.atStake,
  );
  const expected = [...cells].map(([key, {customers, money}]) => ({key, value: [customers, withholdable(money)]}));
  expect(findDifferences("move-causes", actual, expected)).toEqual([]);
  await expectWithheld(warehouse, rows, minCustomers);
}

/** Causes of a move whose money is shown may hide some; of one whose money is withheld, all. */
async function expectWithheld(warehouse: Warehouse, rows: readonly CauseRow[], minCustomers: number): Promise<void> {
  const flows = await publishedRows<CauseRow & {horizon_months: number}>(warehouse, "segment-migration");
  const moveOf = (row: CauseRow) => `${row.month} ${row.from_segment} ${row.to_segment}`;
  const secret = new Set(
    flows.filter((flow) => flow.horizon_months === 1 && flow.revenue_at_stake === null).map(moveOf),
  );
  const paid = rows.filter((row) => !["unknown", "prospect", "lapsed"].includes(row.from_segment));
  expect(paid.filter((row) => secret.has(moveOf(row)) && row.revenue_at_stake !== null)).toEqual([]);
  const cells = paid
    .filter((row) => !secret.has(moveOf(row)))
    .map((row) => ({margin: moveOf(row), customers: row.customers, money: row.revenue_at_stake}));
  expect(findWithholdingProblems(cells, minCustomers)).toEqual([]);
}

interface TenureRow {
  month: string;
  segment: string;
  previous_segment: string | null;
  customers: number;
  customers_from_start: number;
  mean_months: number | null;
  median_months: number | null;
  leavers: number;
  leavers_mean_months: number | null;
  leavers_median_months: number | null;
}

async function compareTenure(warehouse: Warehouse, oracle: Oracle): Promise<void> {
  const rows = await publishedRows<TenureRow>(warehouse, "segment-tenure");
  const actual = rows.map(({month, segment, previous_segment, ...measures}) => ({
    key: `${month} ${segment} ${previous_segment}`,
    value: Object.values(measures),
  }));
  const stays = listStays(oracle.snapshots);
  const groups = new Map<string, {staying: typeof stays; left: typeof stays}>();
  const open = (t: number, state: string, previous: string | null) => {
    const key = `${nameOf(oracle.snapshots[t]!.month)} ${state} ${previous}`;
    const group = groups.get(key) ?? {staying: [], left: []};
    groups.set(key, group);
    return group;
  };
  for (const stay of stays)
    for (const previous of [null, stay.previous]) {
      open(stay.t, stay.state, previous).staying.push(stay);
      if (stay.isLeaving) open(stay.t + 1, stay.state, previous).left.push(stay);
    }
  const expected = [...groups].map(([key, {staying, left}]) => ({
    key,
    value: [
      staying.length,
      staying.filter((stay) => stay.isFromStart).length,
      ...describeLengths(staying.map((stay) => stay.months)),
      left.length,
      ...describeLengths(left.map((stay) => stay.months)),
    ],
  }));
  expect(findDifferences("segment-tenure", actual, expected)).toEqual([]);
}

interface LimitRow {
  month: string;
  movement: string;
  from_segment: string | null;
  to_segment: string | null;
  customers: number;
  customers_thresholds: number;
  base_customers: number;
  share: number | null;
}

async function compareLimits(warehouse: Warehouse, oracle: Oracle): Promise<void> {
  const rows = await publishedRows<LimitRow>(warehouse, "migration-limits");
  const edges = warehouse.loaded.config.watchedEdges;
  const count = <T extends {month: Month; cause: unknown}>(movements: readonly T[], base: number) => {
    const thresholds = movements.filter((one) => one.cause === "thresholds").length;
    const customers = movements.length - thresholds;
    return [customers, thresholds, base, base > 0 ? customers / base : null];
  };
  const expected = oracle.snapshots.flatMap(({month}, t) => {
    const slides = oracle.slides.filter((slide) => slide.month === month);
    const moves = oracle.moves.filter((move) => move.month === month && move.horizon === 1);
    return [
      {key: `${nameOf(month)} slide`, value: count(slides, oracle.slideBases[t]!)},
      ...edges.map(({from, to}) => {
        const own = moves.filter((move) => move.from === from);
        const moved = own.filter((move) => move.to === to);
        return {key: `${nameOf(month)} ${from} → ${to}`, value: count(moved, own.length)};
      }),
    ];
  });
  const actual = rows.map((row) => ({
    key: `${row.month} ${row.movement}`,
    value: [row.customers, row.customers_thresholds, row.base_customers, row.share],
  }));
  expect(findDifferences("migration-limits", actual, expected)).toEqual([]);
}

function nameOf(month: Month): string {
  return formatDay(firstDayOf(month));
}

function withholdable(money: Money): Withholdable {
  return new Withholdable(money / 10_000);
}
