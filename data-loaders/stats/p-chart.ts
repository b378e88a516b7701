/** How many of how many: a month's count and its base. */
export interface Proportion {
  count: number;
  of: number;
}

/** What a share is around, and how far it strays by itself. */
export interface ControlLimits {
  centre: number;
  lower: number;
  upper: number;
}

/**
 * Limits of a share by the p-chart: p̄ ± 3·√(p̄(1 − p̄)/n), where p̄ is pooled over the baseline, Σ count / Σ n. What chance alone
 * makes of a month of n people stays within them in about 997 of 1,000 months (Montgomery, Introduction to Statistical
 * Quality Control, 7.2).
 *
 * @param baseline months that say what is usual; their bases are not all 0
 * @param of people of the month to judge, above 0
 * @returns shares, 0 to 1
 */
export function pChartLimits(baseline: readonly Proportion[], of: number): ControlLimits {
  const counted = baseline.reduce((sum, month) => sum + month.count, 0);
  const centre = counted / baseline.reduce((sum, month) => sum + month.of, 0);
  const width = 3 * Math.sqrt((centre * (1 - centre)) / of);
  return {centre, lower: Math.max(0, centre - width), upper: Math.min(1, centre + width)};
}
