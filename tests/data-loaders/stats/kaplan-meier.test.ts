import {expect, test} from "vitest";
import {kaplanMeier, type LifeTimes} from "../../../data-loaders/stats/kaplan-meier.ts";
import fc from "../../helpers/fast-check.ts";

const ended = (...times: number[]): LifeTimes[] => times.map((time) => ({time, events: 1, censored: 0}));
const goingOn = (...times: number[]): LifeTimes[] => times.map((time) => ({time, events: 0, censored: 1}));

test("five lives by hand", () => {
  // 5 at risk at 2: 4/5. The life last seen at 2 is at risk there and gone at 4: 3 at risk, 2/3 of 4/5. Then 1 of 1.
  const {steps, median} = kaplanMeier([...ended(2, 4, 9), ...goingOn(2, 6)]);
  expect(steps.map(({time, atRisk, events}) => [time, atRisk, events])).toEqual([
    [2, 5, 1],
    [4, 3, 1],
    [9, 1, 1],
  ]);
  expect(steps.map(({survival}) => survival)).toEqual([0.8, expect.closeTo(8 / 15, 14), 0]);
  expect(steps[0]!.standardError).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 5), 14);
  expect(median).toBe(9);
});

test("without censoring it is the share that lives on, and the median the first time that half do not reach", () => {
  const {steps, median} = kaplanMeier([{time: 3, events: 1, censored: 0}, ...ended(1, 2, 2, 4, 5)]);
  expect(steps.map(({survival}) => survival.toFixed(9))).toEqual(
    [5 / 6, 3 / 6, 2 / 6, 1 / 6, 0].map((share) => share.toFixed(9)),
  );
  expect(median).toBe(2);
});

test("a curve that stays above a half has no median", () => {
  expect(kaplanMeier([...ended(1), ...goingOn(5, 5)])).toMatchObject({median: null, medianHigh: null});
  expect(kaplanMeier([])).toEqual({steps: [], median: null, medianLow: null, medianHigh: null});
});

/** Weeks to relapse in acute myelogenous leukaemia (Miller 1981), `survival::aml` of R. */
const maintained = [...ended(9, 13, 18, 23, 31, 34, 48), ...goingOn(13, 28, 45, 161)];
const others = [...ended(5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45), ...goingOn(16)];

test("the reference table of R's survfit, maintained group", () => {
  const {steps, median, medianLow, medianHigh} = kaplanMeier(maintained, {scale: "log"});
  expect(
    steps.map(({time, atRisk, survival, standardError, low, high}) =>
      [time, atRisk, survival.toFixed(3), standardError.toFixed(4), low.toFixed(4), high.toFixed(3)].join(" "),
    ),
  ).toEqual([
    "9 11 0.909 0.0867 0.7541 1.000",
    "13 10 0.818 0.1163 0.6192 1.000",
    "18 8 0.716 0.1397 0.4884 1.000",
    "23 7 0.614 0.1526 0.3769 0.999",
    "31 5 0.491 0.1642 0.2549 0.946",
    "34 4 0.368 0.1627 0.1549 0.875",
    "48 2 0.184 0.1535 0.0359 0.944",
  ]);
  expect([median, medianLow, medianHigh]).toEqual([31, 18, null]);
});

test("the medians of R's survfit, other group", () => {
  const {median, medianLow, medianHigh} = kaplanMeier(others, {scale: "log"});
  expect([median, medianLow, medianHigh]).toEqual([23, 8, null]);
});

test("log-log intervals are those of Python's lifelines", () => {
  const curve = kaplanMeier(maintained);
  expect(curve.steps.map(({low, high}) => [low.toFixed(6), high.toFixed(6)])).toEqual([
    ["0.508080", "0.986674"],
    ["0.447429", "0.951162"],
    ["0.350190", "0.899024"],
    ["0.265752", "0.835299"],
    ["0.167331", "0.753400"],
    ["0.092830", "0.657041"],
    ["0.011738", "0.525015"],
  ]);
  expect([curve.medianLow, curve.medianHigh]).toEqual([13, null]);
  const second = kaplanMeier(others);
  expect([second.median, second.medianLow, second.medianHigh]).toEqual([23, 5, 33]);
});

test("any lives: the curve falls from 1, inside its interval, whatever order they come in", () => {
  const life = fc.record({time: fc.nat(30), events: fc.nat(4), censored: fc.nat(4)});
  fc.assert(
    fc.property(fc.array(life), fc.constantFrom("log", "log-log"), (lives, scale) => {
      const curve = kaplanMeier(lives, {scale});
      expect(kaplanMeier([...lives].reverse(), {scale})).toEqual(curve);
      let before = 1;
      for (const {survival, low, high} of curve.steps) {
        expect(survival).toBeLessThan(before);
        expect(low).toBeLessThanOrEqual(survival);
        expect(high).toBeGreaterThanOrEqual(survival);
        before = survival;
      }
    }),
  );
});

test("invalid lives are refused", () => {
  expect(() => kaplanMeier(ended(-1))).toThrow(new RangeError("lives[0]: invalid time: -1"));
  expect(() => kaplanMeier([{time: 1, events: -1, censored: 0}])).toThrow("lives[0]: invalid events: -1");
  expect(() => kaplanMeier([{time: 1, events: 0, censored: Number.NaN}])).toThrow("lives[0]: invalid censored: NaN");
  expect(() => kaplanMeier(ended(1), {level: 95})).toThrow(new RangeError("invalid level: 95"));
});
