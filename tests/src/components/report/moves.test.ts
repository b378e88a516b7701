import {expect, test} from "vitest";
import {countMoves, getDirection, getMoves, isWonBack} from "../../../../src/components/report/moves.ts";
import {getSegmentLookup} from "../../../../src/components/segment-lookup.ts";
import {segmentRows} from "../../fixtures.ts";

const names = getSegmentLookup(segmentRows, "en");

test.each([
  ["champions", "champions", "stay"],
  ["champions", "loyal", "slip"],
  ["loyal", "at_risk", "risk"],
  ["at_risk", "cant_lose", "stay"],
  ["cant_lose", "at_risk", "stay"],
  ["at_risk", "champions", "gain"],
  ["hibernating", "at_risk", "gain"],
  ["hibernating", "lapsed", "risk"],
  ["lapsed", "new_customers", "join"],
  ["unknown", "champions", "join"],
  ["unknown", "prospect", "outside"],
  ["prospect", "prospect", "outside"],
])("%s → %s is %s", (from, to, direction) => expect(getDirection(from, to, names)).toBe(direction));

test("getMoves takes the month and the horizon, and countMoves adds them up", () => {
  const row = (month: string, horizon: number, from: string, to: string, customers: number) => ({
    month: new Date(`${month}-01`),
    horizon_months: horizon,
    from_segment: from,
    to_segment: to,
    customers,
    share_of_origin: 1,
    revenue_at_stake: 0,
    is_impossible: customers === 0,
  });
  const rows = [
    row("2026-10", 1, "champions", "loyal", 4),
    row("2026-10", 1, "champions", "at_risk", 0),
    row("2026-10", 3, "champions", "at_risk", 9),
    row("2026-09", 1, "champions", "loyal", 5),
    row("2026-10", 1, "lapsed", "promising", 2),
  ];
  const moves = getMoves(rows, "2026-10", names);
  expect(moves.map((move) => move.customers)).toEqual([4, 0, 2]);
  expect(countMoves(moves)).toEqual({stay: 0, gain: 0, slip: 4, risk: 0, join: 2, outside: 0});
  expect(moves.filter((move) => isWonBack(move, names)).map((move) => move.from)).toEqual(["lapsed"]);
});
