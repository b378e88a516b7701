import {expect, test} from "vitest";
import {withholdSmall} from "../../../data-loaders/stats/withhold-small.ts";
import fc from "../../helpers/fast-check.ts";

test("small counts, and the next smallest while they are too few together; nobody is nobody", () => {
  expect(withholdSmall({a: 40, b: 3, c: 12, d: 0}, 10)).toEqual({a: 40, b: null, c: null, d: 0});
  expect(withholdSmall({a: 40, b: 3, c: 8}, 10)).toEqual({a: 40, b: null, c: null});
  expect(withholdSmall({a: 40, b: 10}, 10)).toEqual({a: 40, b: 10});
  expect(withholdSmall({a: 3}, 10)).toEqual({a: null});
});

test("what is left out of the sum is nobody, or enough people, or all there are", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.nat({max: 30})), fc.integer({min: 1, max: 15}), (counts, k) => {
      const shown = withholdSmall(counts, k);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      const left = sum(Object.keys(counts).map((name) => (shown[name] === null ? counts[name]! : 0)));
      expect(left === 0 || left >= k || left === sum(Object.values(counts))).toBe(true);
      for (const value of Object.values(shown)) expect(value === null || value === 0 || value >= k).toBe(true);
    }),
  );
});
