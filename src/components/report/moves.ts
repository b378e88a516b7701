import {type Month, monthDate} from "../month.ts";
import type {SegmentLookup} from "../segment-lookup.ts";
import type {MigrationRow} from "./movement-rows.ts";

/** What a move means: stayed, moved up, slipped to a weaker segment, fell to risk or left, came in, or outside the pool. */
export type Direction = "stay" | "gain" | "slip" | "risk" | "join" | "outside";

export interface Move {
  from: string;
  to: string;
  customers: number;
  share: number | null;
  revenue: number | null;
  isImpossible: boolean;
  direction: Direction;
}

const atRisk = new Set(["at_risk", "cant_lose", "hibernating"]);

/** The moves into a month from the month before (or `horizon` months before). */
export function getMoves(rows: readonly MigrationRow[], month: Month, names: SegmentLookup, horizon = 1): Move[] {
  return rowsOf(rows, month, horizon).map((row) => ({
    from: row.from_segment,
    to: row.to_segment,
    customers: row.customers,
    share: row.share_of_origin,
    revenue: row.revenue_at_stake,
    isImpossible: row.is_impossible,
    direction: getDirection(row.from_segment, row.to_segment, names),
  }));
}

/** Tables by horizon and month: a build makes a hundred reports of one table, and each asks for thirteen months. */
const grouped = new WeakMap<readonly MigrationRow[], Map<string, MigrationRow[]>>();

function rowsOf(rows: readonly MigrationRow[], month: Month, horizon: number): MigrationRow[] {
  let groups = grouped.get(rows);
  if (!groups) {
    groups = new Map();
    for (const row of rows) {
      const key = `${row.horizon_months} ${row.month.getTime()}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    grouped.set(rows, groups);
  }
  return groups.get(`${horizon} ${monthDate(month).getTime()}`) ?? [];
}

/** At Risk and Can't Lose are the same step down: which of the two depends on how much somebody used to buy. */
export function getDirection(from: string, to: string, names: SegmentLookup): Direction {
  if (!names.isSegment(from)) return names.isSegment(to) ? "join" : "outside";
  if (from === to) return "stay";
  if (!names.isSegment(to)) return "risk";
  const level = (key: string) => names.get(key === "cant_lose" ? "at_risk" : key).order;
  const step = level(to) - level(from);
  return step < 0 ? "gain" : atRisk.has(to) && step > 0 ? "risk" : step > 0 ? "slip" : "stay";
}

/** Customers by direction. */
export function countMoves(moves: readonly Move[]): Record<Direction, number> {
  const counts: Record<Direction, number> = {stay: 0, gain: 0, slip: 0, risk: 0, join: 0, outside: 0};
  for (const move of moves) counts[move.direction] += move.customers;
  return counts;
}

export const lostStates: readonly string[] = ["at_risk", "cant_lose", "hibernating", "lapsed"];

/** Whether the customers of a move ordered again: out of the weak states into a segment of recent buyers. */
export function isWonBack({from, to}: Move, names: SegmentLookup): boolean {
  return lostStates.includes(from) && names.isSegment(to) && !lostStates.includes(to);
}
