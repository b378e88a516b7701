import {expect, test} from "vitest";
import {predictLinear, predictSameRate} from "../../../data-loaders/stats/baselines.ts";

test("as much per day as before; who has only just come brings nothing", () => {
  expect([...predictSameRate([4, 0, 3], [100, 50, 0], 25)]).toEqual([1, 0, 0]);
});

test("what was learnt at an earlier day is said of today, for a longer time, and nothing below 0", () => {
  // It learns outcome = 2 + 3x.
  const lesson = {features: [[0, 1, 2]], outcome: [2, 5, 8]};
  const predicted = predictLinear(lesson, [[4, 0, -10]], 2);
  expect([...predicted].map((value) => Math.round(1e9 * value) / 1e9)).toEqual([28, 4, 0]);
});
