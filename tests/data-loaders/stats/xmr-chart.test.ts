import {expect, test} from "vitest";
import {xmrLimits} from "../../../data-loaders/stats/xmr-chart.ts";

test("the mean of the moving ranges makes the width", () => {
  // Mean 0.2; moving ranges 0.02, 0.04, 0.02, mean 0.08 / 3; 2.66 times that is 0.0709333.
  expect(xmrLimits([0.2, 0.22, 0.18, 0.2])).toEqual({
    centre: expect.closeTo(0.2, 12),
    lower: expect.closeTo(0.2 - 0.0709333, 6),
    upper: expect.closeTo(0.2 + 0.0709333, 6),
  });
});

test("the order matters: a slow drift is quiet, the same values in disorder are not", () => {
  const width = (shares: number[]) => xmrLimits(shares).upper - xmrLimits(shares).centre;
  expect(width([0.1, 0.11, 0.12, 0.13])).toBeCloseTo(2.66 * 0.01, 9);
  expect(width([0.1, 0.13, 0.11, 0.12])).toBeCloseTo((2.66 * (0.03 + 0.02 + 0.01)) / 3, 9);
});

test("shares that never change have no width; limits stay within 0 and 1", () => {
  expect(xmrLimits([0.3, 0.3, 0.3])).toEqual({
    centre: expect.closeTo(0.3, 12),
    lower: expect.closeTo(0.3, 12),
    upper: expect.closeTo(0.3, 12),
  });
  expect(xmrLimits([0, 1, 0, 1])).toEqual({centre: 0.5, lower: 0, upper: 1});
});
