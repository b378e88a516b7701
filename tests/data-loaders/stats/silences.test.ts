import {describe, expect, test} from "vitest";
import {findSilences, usualSilence} from "../../../data-loaders/stats/silences.ts";

/** The days of a span that a rule keeps. */
function daysOf(length: number, keep: (day: number) => boolean): number[] {
  return Array.from({length}, (_, day) => day).filter(keep);
}

describe("silences", () => {
  test("a feed that never rests was broken for three days, not for two", () => {
    expect(findSilences(daysOf(400, (day) => day < 200 || day > 202))).toEqual([{from: 200, to: 202}]);
    expect(findSilences(daysOf(400, (day) => day < 200 || day > 201))).toEqual([]);
  });

  test("a shop that rests every Sunday may rest from Friday to Monday, and not for a fortnight", () => {
    const open = (day: number) => day % 7 !== 6;
    expect(findSilences(daysOf(400, (day) => open(day) && !(day >= 200 && day < 204)))).toEqual([]);
    expect(findSilences(daysOf(400, (day) => open(day) && !(day >= 203 && day < 217)))).toEqual([{from: 202, to: 216}]);
  });

  test("a rare feed is judged by its own rhythm", () => {
    expect(findSilences(daysOf(400, (day) => day % 10 === 0))).toEqual([]);
    expect(findSilences(daysOf(800, (day) => day % 10 === 0 && !(day > 300 && day < 500)))).toEqual([
      {from: 301, to: 499},
    ]);
  });

  test("one day, and none, are no feed", () => {
    expect(findSilences([])).toEqual([]);
    expect(findSilences([7])).toEqual([]);
  });

  test("how long a silence at the end may last", () => {
    expect(usualSilence(daysOf(400, () => true))).toBe(2);
    expect(usualSilence(daysOf(400, (day) => day % 10 === 0))).toBeGreaterThan(60);
    expect(usualSilence([5])).toBeGreaterThanOrEqual(2);
  });
});
