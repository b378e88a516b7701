import {expect, test} from "vitest";
import {changes, streak} from "../../../../src/components/report/streak.ts";

test("streak counts from the end", () => {
  expect(streak([-1, 2, 3], (x) => x > 0)).toBe(2);
  expect(streak([1, 2, -3], (x) => x > 0)).toBe(0);
  expect(streak([], () => true)).toBe(0);
});

test("changes are one fewer than values", () => {
  expect(changes([3, 5, 4])).toEqual([2, -1]);
  expect(changes([3])).toEqual([]);
});
