import {fitLinear} from "./linear-regression.ts";

/**
 * As much per day as until now: what came since the first purchase, over the time since then.
 *
 * @param sums of each customer: repeat purchases, or what they were worth
 * @param ageDays days since the first purchase; 0 gives 0
 * @param days to predict
 */
export function predictSameRate(sums: ArrayLike<number>, ageDays: ArrayLike<number>, days: number): Float64Array {
  return Float64Array.from(sums, (sum, i) => (ageDays[i]! > 0 ? (sum / ageDays[i]!) * days : 0));
}

/** What a regression learns from, column by column. */
export interface Lesson {
  /** Features of customers as they stood at an earlier day. */
  features: readonly ArrayLike<number>[];
  /** What each of them then did. */
  outcome: ArrayLike<number>;
}

/**
 * A linear regression that learns at an earlier day what came next, and says the same of today. Nothing below 0 is predicted.
 *
 * @param features the same ones, as they stand today
 * @param factor by which the time to predict is longer than the time that was learnt from
 */
export function predictLinear(lesson: Lesson, features: readonly ArrayLike<number>[], factor: number): Float64Array {
  const {intercept, slopes} = fitLinear(lesson.features, lesson.outcome);
  return Float64Array.from(features[0]!, (_, i) =>
    Math.max(0, factor * slopes.reduce((sum, slope, j) => sum + slope * features[j]![i]!, intercept)),
  );
}
