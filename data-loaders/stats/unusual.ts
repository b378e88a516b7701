import {type ControlLimits, type Proportion, pChartLimits} from "./p-chart.ts";
import {xmrLimits} from "./xmr-chart.ts";

/** A month of a series of shares. */
export interface SeriesMonth extends Proportion {
  /** The look-back begins before the data: says nothing about what is usual. */
  isWarmingUp: boolean;
  /** The month is not over. */
  isPartial: boolean;
}

/**
 * Whether a month is out of the ordinary. `too_short`: fewer than 12 months before it; `too_few`: fewer than 5 people a month
 * on average, or nobody who could; `partial`: the month is not over. Those three say nothing about the month.
 */
export type Verdict = "above" | "below" | "within" | "too_short" | "too_few" | "partial";

export interface Judgement {
  verdict: Verdict;
  /** Months before that it was held against. */
  baselineMonths: number;
  /** Both null where there is nothing to draw: too short, or too few. */
  pChart: ControlLimits | null;
  xmr: ControlLimits | null;
}

const LONGEST_BASELINE = 24;
const SHORTEST_BASELINE = 12;
const FEWEST_A_MONTH = 5;

/**
 * Holds each month of a series against the up to 24 months before it that are not warming up, of which there must be 12. It is
 * out of the ordinary only where its share is outside the limits of the p-chart and of the XmR chart: the first alone takes
 * every lively series for a broken one, the second alone is misled by a quiet stretch.
 *
 * @param series months in order, without gaps
 */
export function findUnusual(series: readonly SeriesMonth[]): Judgement[] {
  return series.map((month, t) => {
    const baseline = series
      .slice(0, t)
      .filter((before) => !before.isWarmingUp)
      .slice(-LONGEST_BASELINE);
    const baselineMonths = baseline.length;
    if (month.isWarmingUp || baselineMonths < SHORTEST_BASELINE) return undecided("too_short", baselineMonths);
    const counted = baseline.reduce((sum, {count}) => sum + count, 0);
    const shares = baseline.filter(({of}) => of > 0).map(({count, of}) => count / of);
    const isTooFew = counted < FEWEST_A_MONTH * baselineMonths || shares.length < SHORTEST_BASELINE || month.of === 0;
    if (isTooFew) return undecided("too_few", baselineMonths);
    const limits = {pChart: pChartLimits(baseline, month.of), xmr: xmrLimits(shares)};
    return {verdict: month.isPartial ? "partial" : judge(month.count / month.of, limits), baselineMonths, ...limits};
  });
}

function undecided(verdict: Verdict, baselineMonths: number): Judgement {
  return {verdict, baselineMonths, pChart: null, xmr: null};
}

function judge(share: number, {pChart, xmr}: {pChart: ControlLimits; xmr: ControlLimits}): Verdict {
  if (share > pChart.upper && share > xmr.upper) return "above";
  return share < pChart.lower && share < xmr.lower ? "below" : "within";
}
