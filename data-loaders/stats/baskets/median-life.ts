import type {ItemGaps} from "./collect-gaps.ts";

/**
 * The Kaplan–Meier median of some of the customers' gaps, for resampling: what `kaplanMeier` would give, without the curve.
 *
 * @returns a function of the places of customers, any of them more than once, that gives days; infinity where the median is
 * not reached
 */
export function openMedianLife({offsets, days, longest}: ItemGaps): (drawn: Int32Array) => number {
  const events = new Int32Array(longest + 1);
  const censored = new Int32Array(longest + 1);
  return (drawn) => {
    events.fill(0);
    censored.fill(0);
    let atRisk = 0;
    for (let k = 0; k < drawn.length; k++) {
      const begin = offsets[drawn[k]!]!;
      const open = offsets[drawn[k]! + 1]! - 1;
      for (let i = begin; i < open; i++) events[days[i]!]!++;
      censored[days[open]!]!++;
      atRisk += open + 1 - begin;
    }
    let survival = 1;
    for (let day = 0; day <= longest; day++) {
      if (events[day]! > 0) survival *= (atRisk - events[day]!) / atRisk;
      // A survival of exactly one half may come out a rounding above it.
      if (survival <= 0.5 + 1e-12) return day;
      atRisk -= events[day]! + censored[day]!;
    }
    return Number.POSITIVE_INFINITY;
  };
}
