import {expect, test} from "vitest";
import {concentration} from "../../../data-loaders/stats/concentration.ts";
import fc from "../../helpers/fast-check.ts";

test("five customers by hand", () => {
  // Mean absolute difference of 0, 0, 10, 20, 70 is 32.8 over all 25 pairs; Gini is its half over the mean of 20.
  const {gini, deciles} = concentration([20, 0, 70, 10, 0]);
  expect(gini).toBeCloseTo((2 * (0 + 10 + 20 + 70 + 10 + 20 + 70 + 10 + 60 + 50)) / 25 / 2 / 20, 14);
  expect(deciles.map(({decile, customers, value, share}) => [decile, customers, value, share])).toEqual([
    [1, 1, 70, 0.7],
    [3, 1, 20, 0.2],
    [5, 1, 10, 0.1],
    [7, 1, 0, 0],
    [9, 1, 0, 0],
  ]);
});

test("equal customers are 0, one who has everything is (n − 1)/n", () => {
  expect(concentration([5, 5, 5, 5]).gini).toBe(0);
  expect(concentration([0, 0, 0, 8]).gini).toBeCloseTo(0.75, 14);
});

test("nothing to share has no Gini", () => {
  expect(concentration([])).toEqual({gini: null, deciles: []});
  expect(concentration([0, 0])).toMatchObject({gini: null, deciles: [{share: null}, {share: null}]});
  expect(concentration([-5, 3]).gini).toBeNull();
});

test("any values: tenths differ by one customer at most, fall, and make up everything", () => {
  const value = fc.double({min: 0, max: 1e6, noNaN: true});
  fc.assert(
    fc.property(fc.array(value, {minLength: 10, maxLength: 200}), (values) => {
      fc.pre(values.some((each) => each > 1e-6));
      const {gini, deciles} = concentration(values);
      expect(deciles).toHaveLength(10);
      const sizes = deciles.map(({customers}) => customers);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(deciles.reduce((sum, {share}) => sum + share!, 0)).toBeCloseTo(1, 9);
      expect(gini!).toBeGreaterThanOrEqual(-1e-12);
      expect(gini!).toBeLessThan(1);
      const scaled = concentration(values.map((each) => each / 7));
      expect(scaled.gini!).toBeCloseTo(gini!, 9);
    }),
  );
});

test("a value that is no number is refused", () => {
  expect(() => concentration([1, Number.NaN])).toThrow(new RangeError("invalid value: NaN"));
});
