import {expect, test} from "vitest";
import {scorePredictions} from "../../../data-loaders/stats/score-predictions.ts";
import fc from "../../helpers/fast-check.ts";

test("errors one by one, of the total and by class, by hand", () => {
  // Classes 0: 1 came of two, 2 expected; 1: 3 came, 2 expected; 9 goes into 7+: 4 came, 4 expected.
  const score = scorePredictions([0.5, 1.5, 2, 4], [0, 1, 3, 4], [0, 0, 1, 9]);
  expect(score).toMatchObject({customers: 4, actual: 8, expected: 8, meanAbsoluteError: 0.5});
  expect(score.rootMeanSquareError).toBeCloseTo(Math.sqrt((0.25 + 0.25 + 1 + 0) / 4), 12);
  expect(score.classError).toBe(2 / 8);
  expect(score.classes.map(({customers}) => customers)).toEqual([2, 1, 0, 0, 0, 0, 0, 1]);
  expect(score.classes[7]).toEqual({frequency: 7, customers: 1, actual: 4, expected: 4});
});

test("nothing came, and nobody was there", () => {
  expect(scorePredictions([1], [0], [0]).classError).toBeNull();
  expect(() => scorePredictions([], [], [])).toThrow("missing customers");
});

test("classes add up to all", () => {
  const customer = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(12));
  fc.assert(
    fc.property(fc.array(customer, {minLength: 1}), (rows) => {
      const column = (i: 0 | 1 | 2) => rows.map((row) => row[i]);
      const score = scorePredictions(column(0), column(1), column(2));
      const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
      expect(sum(score.classes.map(({customers}) => customers))).toBe(rows.length);
      expect(score.actual).toBe(sum(column(1)));
      expect(score.expected).toBe(sum(column(0)));
      expect(score.meanAbsoluteError).toBeLessThanOrEqual(score.rootMeanSquareError + 1e-9);
    }),
  );
});
