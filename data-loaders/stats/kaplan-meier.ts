import {normalWidth} from "./normal-quantile.ts";

/** How many lives ended, or were last seen going on, at one time. */
export interface LifeTimes {
  /** In any unit, from 0. */
  time: number;
  /** Ended at that time. */
  events: number;
  /** Last seen then, going on; counted as at risk at that very time. */
  censored: number;
}

/** One step of the curve, at a time at which a life ended. */
export interface SurvivalStep {
  time: number;
  /** Lives going on right before. */
  atRisk: number;
  events: number;
  /** Probability of going on longer than this time. */
  survival: number;
  /** Greenwood's standard error of it. */
  standardError: number;
  /** Interval ends; those of the previous step (0 without one) where survival is 0. */
  low: number;
  high: number;
}

export interface SurvivalCurve {
  steps: SurvivalStep[];
  /** First time at which survival is at most a half; null where it is never. */
  median: number | null;
  /** First times at which the interval ends are; null where they never are. */
  medianLow: number | null;
  medianHigh: number | null;
}

interface Options {
  /** Share that intervals cover; default 0.95. */
  level?: number;
  /** The scale on which intervals are symmetric: ln(−ln S) by default, ln S as R's survfit does. */
  scale?: "log-log" | "log";
}

/**
 * The share of lives that go on longer than each time, from lives that ended and lives still going on (Kaplan & Meier 1958),
 * with Greenwood's variance and pointwise intervals (Kalbfleisch & Prentice 2002, 1.4), and the median with its interval
 * (Brookmeyer & Crowley 1982).
 *
 * @param lives in any order; equal times are added up
 * @throws RangeError for times that are not in [0, ∞) or counts below 0, naming the row
 */
export function kaplanMeier(
  lives: readonly LifeTimes[],
  {level = 0.95, scale = "log-log"}: Options = {},
): SurvivalCurve {
  const width = normalWidth(level);
  lives.forEach(({time, events, censored}, i) => {
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) throw new RangeError(`lives[${i}]: invalid time: ${time}`);
    if (!(events >= 0)) throw new RangeError(`lives[${i}]: invalid events: ${events}`);
    if (!(censored >= 0)) throw new RangeError(`lives[${i}]: invalid censored: ${censored}`);
  });
  const byTime = new Map<number, {time: number; events: number; censored: number}>();
  for (const {time, events, censored} of lives) {
    const own = byTime.get(time) ?? {time, events: 0, censored: 0};
    byTime.set(time, {time, events: own.events + events, censored: own.censored + censored});
  }
  const times = [...byTime.values()].sort((a, b) => a.time - b.time);

  const steps: SurvivalStep[] = [];
  let atRisk = times.reduce((sum, {events, censored}) => sum + events + censored, 0);
  let survival = 1;
  let hazards = 0;
  for (const {time, events, censored} of times) {
    if (events > 0) {
      survival *= (atRisk - events) / atRisk;
      hazards += events / (atRisk * (atRisk - events));
      const ends =
        survival > 0 ? findEnds(survival, width * Math.sqrt(hazards), scale) : {low: 0, high: steps.at(-1)?.high ?? 0};
      const standardError = survival > 0 ? survival * Math.sqrt(hazards) : 0;
      steps.push({time, atRisk, events, survival, standardError, ...ends});
    }
    atRisk -= events + censored;
  }
  // A survival of exactly one half may come out a rounding above it.
  const reach = (end: (step: SurvivalStep) => number) => steps.find((step) => end(step) <= 0.5 + 1e-12)?.time ?? null;
  return {
    steps,
    median: reach((step) => step.survival),
    medianLow: reach((step) => step.low),
    medianHigh: reach((step) => step.high),
  };
}

function findEnds(survival: number, width: number, scale: "log-log" | "log"): {low: number; high: number} {
  if (scale === "log") return {low: survival * Math.exp(-width), high: Math.min(1, survival * Math.exp(width))};
  const factor = Math.exp(width / -Math.log(survival));
  return {low: survival ** factor, high: survival ** (1 / factor)};
}
