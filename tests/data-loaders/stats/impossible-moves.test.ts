import {describe, expect, test} from "vitest";
import {defaultSegments, listGridCells} from "../../../data-loaders/config/segment-map.ts";
import {findImpossibleMoves} from "../../../data-loaders/stats/impossible-moves.ts";
import fc from "../../helpers/fast-check.ts";

const cells = listGridCells(defaultSegments);
const keys = defaultSegments.map(({key}) => key);
const targets = [...keys, "lapsed", "prospect"];

const segmentsByScore = [0, 1, 2, 3, 4, 5].map((r) => [
  ...new Set(cells.filter((cell) => cell.r === r).map((cell) => cell.segment)),
]);

interface Rules {
  recencyDays: number[];
  daysBetween: number;
  windowDays: number;
}

/** Every move that some number of days since the last order makes, with or without an order in between: by trying them all. */
function findPossibleByTrying({recencyDays, daysBetween, windowDays}: Rules): Set<string> {
  const segmentsAt = (days: number) => segmentsByScore[5 - recencyDays.filter((edge) => days > edge).length]!;
  const statesAt = (days: number) => (days > windowDays ? ["lapsed"] : segmentsAt(days));
  const seenAgain = [...new Set(Array.from({length: daysBetween}, (_, days) => days).flatMap(statesAt))];
  const possible = new Set<string>(["lapsed lapsed", "prospect prospect", "unknown prospect"]);
  for (const from of ["unknown", "prospect", "lapsed"]) for (const to of seenAgain) possible.add(`${from} ${to}`);
  const longest = Math.max(...recencyDays, windowDays) + 1;
  for (let days = 0; days <= longest; days++)
    for (const from of segmentsAt(days))
      for (const to of [...seenAgain, ...statesAt(days + daysBetween)]) possible.add(`${from} ${to}`);
  return possible;
}

describe("moves that recency edges rule out", () => {
  test("are those that no number of days makes", () => {
    const edges = fc
      .uniqueArray(fc.integer({min: 1, max: 300}), {minLength: 4, maxLength: 4})
      .map((days) => days.sort((a, b) => a - b));
    const rules = fc.record({
      recencyDays: edges,
      daysBetween: fc.integer({min: 1, max: 366}),
      windowDays: fc.integer({min: 0, max: 730}),
    });
    fc.assert(
      fc.property(rules, (given) => {
        const impossible = findImpossibleMoves({...given, cells}).filter(([from]) => from !== "outside");
        const possible = findPossibleByTrying(given);
        const all = [...keys, "lapsed", "prospect", "unknown"].flatMap((from) => targets.map((to) => `${from} ${to}`));
        expect(impossible.map((pair) => pair.join(" ")).sort()).toEqual(
          all.filter((pair) => !possible.has(pair)).sort(),
        );
      }),
      {numRuns: 200},
    );
  });

  test("Champions to At Risk within a month, not within three", () => {
    const rules = {cells, recencyDays: [30, 60, 90, 180], windowDays: 364};
    const find = (daysBetween: number) => findImpossibleMoves({...rules, daysBetween}).map((pair) => pair.join(" "));
    expect(find(31)).toContain("champions at_risk");
    expect(find(59)).toContain("champions at_risk");
    expect(find(61)).not.toContain("champions at_risk");
    expect(find(92)).not.toContain("champions at_risk");
  });

  test("who is outside the pool may move anywhere but to never having bought", () => {
    const pairs = findImpossibleMoves({cells, recencyDays: [30, 60, 90, 180], daysBetween: 30, windowDays: 364}).map(
      (pair) => pair.join(" "),
    );
    expect(pairs.filter((pair) => pair.startsWith("outside "))).toEqual(["outside prospect"]);
    expect(pairs.filter((pair) => pair.endsWith(" outside"))).toEqual([]);
  });
});
