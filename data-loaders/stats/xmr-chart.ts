import type {ControlLimits} from "./p-chart.ts";

/** 3 / d₂ for ranges of two values: turns the mean moving range into three standard deviations. */
const WIDTH = 2.66;

/**
 * Limits of single values by the XmR chart: mean ± 2.66 · mean moving range (Wheeler & Chambers, Understanding Statistical
 * Process Control, 1992). It takes the months' own unrest as its measure, and so stays silent where a series is livelier than
 * chance among independent people would make it.
 *
 * @param baseline shares in the order of time, at least two
 * @returns shares, cut off at 0 and 1
 */
export function xmrLimits(baseline: readonly number[]): ControlLimits {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = mean(baseline);
  const width = WIDTH * mean(baseline.slice(1).map((value, i) => Math.abs(value - baseline[i]!)));
  return {centre, lower: Math.max(0, centre - width), upper: Math.min(1, centre + width)};
}
