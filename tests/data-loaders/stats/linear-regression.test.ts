import {expect, test} from "vitest";
import {fitLinear} from "../../../data-loaders/stats/linear-regression.ts";
import fc from "../../helpers/fast-check.ts";

test("the line through four points, by hand", () => {
  // Means 2.5 and 4; Σ(x−x̄)(y−ȳ) = 1.5·2 + 0.5·1 + 0.5·1 + 1.5·2 = 7, Σ(x−x̄)² = 5.
  const {intercept, slopes} = fitLinear([[1, 2, 3, 4]], [2, 3, 5, 6]);
  expect(slopes[0]).toBeCloseTo(1.4, 12);
  expect(intercept).toBeCloseTo(0.5, 12);
});

test("a plane is found again, whatever the scales", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({min: -50, max: 50}), fc.integer({min: -50, max: 50})), {
        minLength: 5,
        maxLength: 30,
      }),
      fc.double({min: -3, max: 3, noNaN: true}),
      (points, slope) => {
        const x = points.map(([a]) => 1000 * a);
        const y = points.map(([, b]) => b / 1000);
        const target = x.map((value, i) => 2 + slope * value - 4 * y[i]!);
        const {intercept, slopes} = fitLinear([x, y], target);
        target.forEach((value, i) => {
          expect(intercept + slopes[0]! * x[i]! + slopes[1]! * y[i]!).toBeCloseTo(value, 4);
        });
      },
    ),
    {numRuns: 50},
  );
});

test("columns that others determine, or that never change, have no slope", () => {
  const {intercept, slopes} = fitLinear(
    [
      [1, 2, 3],
      [2, 4, 6],
      [7, 7, 7],
    ],
    [10, 20, 30],
  );
  expect([intercept, ...slopes].map((value) => Math.round(1e9 * value) / 1e9)).toEqual([0, 10, 0, 0]);
  expect(fitLinear([[]], [])).toEqual({intercept: 0, slopes: Float64Array.of(0)});
});
