import {expect, test} from "vitest";
import {wilsonInterval} from "../../../data-loaders/stats/wilson-interval.ts";

test("the interval of Newcombe (1998), table I: 81 of 263 and 15 of 148", () => {
  const [a, b] = [wilsonInterval(81, 263), wilsonInterval(15, 148)];
  expect([a.low, a.high].map((end) => end.toFixed(4))).toEqual(["0.2553", "0.3662"]);
  expect([b.low, b.high].map((end) => end.toFixed(4))).toEqual(["0.0624", "0.1605"]);
});

test("none and all have an end at 0 and 1", () => {
  expect(wilsonInterval(0, 20).low).toBe(0);
  expect(wilsonInterval(0, 20).high).toBeCloseTo(0.1611, 4);
  expect(wilsonInterval(20, 20).high).toBe(1);
});

test("a share of nothing is no share", () => {
  expect(() => wilsonInterval(1, 0)).toThrow("invalid share: 1 of 0");
  expect(() => wilsonInterval(3, 2)).toThrow("invalid share: 3 of 2");
});
