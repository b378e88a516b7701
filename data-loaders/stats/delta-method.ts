import type {Fit} from "./fit.ts";
import {normalWidth} from "./normal-quantile.ts";

/** Estimates with what the uncertainty of the parameters makes of them. */
export interface DeltaEstimates {
  estimates: Float64Array;
  standardErrors: Float64Array;
  /** Interval ends, symmetric in the logarithm, so that what is positive stays so. */
  low: Float64Array;
  high: Float64Array;
}

const STEP = 1e-4;

/**
 * Standard errors and intervals of positive quantities that are computed from fitted parameters, by the delta method
 * (Wasserman 2004, 9.9) with numerical derivatives in the logarithms of the parameters. They say how well an *expectation* is
 * known, a customer's or the sum of a shop's; what one customer then does scatters far more.
 *
 * @param fits whose parameters `estimate` needs, estimated from different data or independent by assumption, as purchases and
 *   values are
 * @param estimate a pure function of the parameters of all fits; it is called twice for each of them and once more
 * @param level share that the intervals cover, 0.95 by default
 * @returns null where a fit has no covariance
 * @throws RangeError for a level outside (0, 1)
 */
export function deltaMethod<Params extends Record<string, number>>(
  fits: readonly Pick<Fit<string>, "params" | "logCovariance">[],
  estimate: (params: Params) => Float64Array,
  level = 0.95,
): DeltaEstimates | null {
  const width = normalWidth(level);
  const all: Params = Object.assign({}, ...fits.map((fit) => fit.params));
  const estimates = estimate(all);
  const variances = new Float64Array(estimates.length);
  for (const {params, logCovariance} of fits) {
    if (!logCovariance) return null;
    const slopes = Object.keys(params).map((name) => {
      const above = estimate({...all, [name]: all[name]! * Math.exp(STEP)});
      const below = estimate({...all, [name]: all[name]! * Math.exp(-STEP)});
      return above.map((value, i) => (value - below[i]!) / (2 * STEP));
    });
    logCovariance.forEach((row, a) => {
      row.forEach((covariance, b) => {
        for (let i = 0; i < variances.length; i++) variances[i]! += slopes[a]![i]! * slopes[b]![i]! * covariance;
      });
    });
  }
  const standardErrors = variances.map((variance) => Math.sqrt(Math.max(0, variance)));
  const factors = standardErrors.map((error, i) => (error === 0 ? 1 : Math.exp((width * error) / estimates[i]!)));
  return {
    estimates,
    standardErrors,
    low: estimates.map((value, i) => value / factors[i]!),
    high: estimates.map((value, i) => value * factors[i]!),
  };
}
