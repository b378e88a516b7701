import {expect, test} from "vitest";
import {type Combination, foldCombinations} from "../../../data-loaders/stats/fold-combinations.ts";
import fc from "../../helpers/fast-check.ts";

/** `{"young loyal": 4}` → `* loyal`, in the order given. */
function fold(rows: Record<string, number>, k: number): (string | undefined)[] {
  const combinations = Object.entries(rows).map(([row, customers]) => ({values: row.split(" "), customers}));
  return foldCombinations(combinations, k).map((values) => values?.map((value) => value ?? "*").join(" "));
}

test("what enough people share stays; others lose the first value, with the next smallest beside them", () => {
  expect(
    fold({"young loyal": 5, "old loyal": 4, "young lost": 1, "old lost": 7, "young new": 6, "old new": 6}, 5),
  ).toEqual([
    "* loyal", // the smallest that makes the four old ones enough
    "* loyal",
    "* lost",
    "* lost",
    "young new",
    "old new",
  ]);
  expect(fold({"young loyal": 2, "old loyal": 3, "young new": 9}, 5)).toEqual(["* loyal", "* loyal", "young new"]);
});

test("where that is too little, the next value goes, among those alone who have lost the first", () => {
  expect(fold({"young loyal": 1, "old loyal": 2, "old lost": 3, "old new": 8}, 5)).toEqual([
    "* *",
    "* *",
    "* *",
    "old new",
  ]);
  expect(fold({"young loyal": 1, "old lost": 1, "young new": 1, "old new": 8}, 5)).toEqual([
    "* *",
    "* *",
    "* *", // 3 people are too few: the folded new ones, nine of them, join
    "* *",
  ]);
});

test("fewer than k customers in all are not told of; one is enough for a limit of one; nobody is nothing", () => {
  expect(fold({"young loyal": 2, "old lost": 2}, 5)).toEqual([undefined, undefined]);
  expect(fold({"young loyal": 1, "old lost": 1}, 1)).toEqual(["young loyal", "old lost"]);
  expect(fold({}, 5)).toEqual([]);
});

const combinations = fc
  .uniqueArray(
    fc.record({
      values: fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("d", "e", "f"), fc.constantFrom("g", "h")),
      customers: fc.integer({min: 1, max: 12}),
    }),
    {selector: ({values}) => values.join(), maxLength: 24},
  )
  .map((rows): Combination[] => rows);

test("every combination that is told is shared by k, tells nothing untrue, and the order of the input decides nothing", () =>
  fc.assert(
    fc.property(combinations, fc.integer({min: 1, max: 15}), (given, k) => {
      const told = foldCombinations(given, k);
      const shared = new Map<string, number>();
      let left = 0;
      for (const [i, {values, customers}] of given.entries()) {
        const own = told[i]!;
        if (own) shared.set(JSON.stringify(own), (shared.get(JSON.stringify(own)) ?? 0) + customers);
        else left += customers;
        for (const [at, value] of (own ?? []).entries()) expect([values[at], null]).toContain(value);
      }
      for (const count of shared.values()) expect(count).toBeGreaterThanOrEqual(k);
      const everybody = given.reduce((sum, {customers}) => sum + customers, 0);
      expect(left).toBe(everybody < k ? everybody : 0);
      expect(foldCombinations(given.toReversed(), k).reverse()).toEqual(told);
    }),
    {numRuns: 300},
  ));
