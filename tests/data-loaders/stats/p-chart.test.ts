import {expect, test} from "vitest";
import {pChartLimits} from "../../../data-loaders/stats/p-chart.ts";

test("the centre is pooled, and the width that of the month's own base", () => {
  // p̄ = (10 + 30) / (100 + 300) = 0.1; 3·√(0.1 · 0.9 / 900) = 0.03. The mean of the shares would be 0.1 too, of these not:
  expect(
    pChartLimits(
      [
        {count: 10, of: 100},
        {count: 30, of: 300},
      ],
      900,
    ),
  ).toEqual({centre: 0.1, lower: expect.closeTo(0.07, 12), upper: expect.closeTo(0.13, 12)});
  expect(
    pChartLimits(
      [
        {count: 0, of: 100},
        {count: 40, of: 300},
      ],
      900,
    ).centre,
  ).toBe(0.1);
});

test("a share is never below 0 or above 1", () => {
  expect(pChartLimits([{count: 1, of: 100}], 4)).toEqual({centre: 0.01, lower: 0, upper: expect.closeTo(0.159248, 6)});
  expect(pChartLimits([{count: 99, of: 100}], 4)).toEqual({centre: 0.99, lower: expect.closeTo(0.840752, 6), upper: 1});
});

test("where nobody ever did it, the limits are 0", () => {
  expect(pChartLimits([{count: 0, of: 50}], 50)).toEqual({centre: 0, lower: 0, upper: 0});
});
