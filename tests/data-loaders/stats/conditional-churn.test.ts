import {expect, test} from "vitest";
import {conditionalChurn, type Gap} from "../../../data-loaders/stats/conditional-churn.ts";
import fc from "../../helpers/fast-check.ts";

test("four gaps by hand, with a horizon of 2 days", () => {
  const gaps: Gap[] = [
    // Ordered again after 1 day: reached day 0 only, and not silent from there.
    {days: 1, daysObserved: 10},
    // After 4 days: silent on the next two days from day 0 and 1, not from 2 and 3.
    {days: 4, daysObserved: 10},
    // Never again, but of day 5 the answer is not known.
    {days: null, daysObserved: 6, gaps: 2},
    // Too young for any answer.
    {days: null, daysObserved: 1},
  ];
  expect(conditionalChurn(gaps, 2)).toEqual([
    {day: 0, gaps: 4, silent: 3, probability: 0.75},
    {day: 1, gaps: 3, silent: 3, probability: 1},
    {day: 2, gaps: 3, silent: 2, probability: 2 / 3},
    {day: 3, gaps: 3, silent: 2, probability: 2 / 3},
    {day: 4, gaps: 2, silent: 2, probability: 1},
  ]);
});

test("any gaps: as counted one by one for every day", () => {
  const gap = fc
    .record({days: fc.option(fc.integer({min: 1, max: 40})), more: fc.nat(30), gaps: fc.integer({min: 1, max: 3})})
    .map(({days, more, gaps}) => ({days, daysObserved: (days ?? 0) + more, gaps}));
  fc.assert(
    fc.property(fc.array(gap), fc.integer({min: 1, max: 20}), (gaps, horizon) => {
      const counted = Array.from({length: 80}, (_, day) => {
        const reached = gaps.filter(
          ({days, daysObserved}) => (days === null || days > day) && day <= daysObserved - horizon,
        );
        const count = (list: typeof gaps) => list.reduce((sum, own) => sum + own.gaps, 0);
        const silent = count(reached.filter(({days}) => days === null || days > day + horizon));
        return {day, gaps: count(reached), silent, probability: silent / count(reached)};
      }).filter((point) => point.gaps > 0);
      expect(conditionalChurn(gaps, horizon)).toEqual(counted);
    }),
  );
});

test("impossible gaps are refused", () => {
  expect(() => conditionalChurn([{days: 0, daysObserved: 5}])).toThrow(new RangeError("gaps[0]: invalid days: 0"));
  expect(() => conditionalChurn([{days: 6, daysObserved: 5}])).toThrow(new RangeError("gaps[0]: invalid days: 6"));
  expect(() => conditionalChurn([{days: null, daysObserved: 0.5}])).toThrow("gaps[0]: invalid daysObserved: 0.5");
  expect(() => conditionalChurn([{days: null, daysObserved: 5, gaps: 0}])).toThrow("gaps[0]: invalid gaps: 0");
  expect(() => conditionalChurn([], 0)).toThrow(new RangeError("invalid horizon: 0"));
});
