import digamma from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import {summarizeFit} from "./btyd/summarize-fit.ts";
import type {Fit, FitOptions} from "./fit.ts";
import {type Coordinates, changeCoordinates, findCoordinates} from "./optimize/change-coordinates.ts";
import {minimize, type Objective} from "./optimize/minimize.ts";

export type GammaGammaParameter = "p" | "q" | "v";

/** What the model of values knows of a customer, or of several who are alike. */
export interface ValueRow {
  /** x: repeat purchases, at least one; the first purchase is not among them. */
  frequency: number;
  /** Mean value of the repeat purchases, above 0, in any unit of money. */
  meanValue: number;
  /** Customers of whom both hold; 1 where it is missing. */
  customers?: number;
}

/** ln p, ln q, and the logarithm of p v/q, which is about the mean value. */
const COORDINATES: Coordinates = [[1], [0, 1], [-1, 1, 1]];
const BOUND = 13;
const FEW_CUSTOMERS = 30;
const STARTS = [
  [2, 3, 2],
  [8, 3, 0.25],
  [0.7, 2, 3],
].map((start) => start.map(Math.log));

/**
 * Fits the Gamma–Gamma model of values per purchase (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value", eq. 1a)
 * by maximum likelihood: a customer's purchases are gamma(p, ν), ν is gamma(q, v) over customers. v is in the unit of the
 * values; the mean value of the population, p v/(q − 1), exists for q > 1 only.
 *
 * @param rows customers with a repeat purchase, grouped or not; whoever has none is not in the likelihood
 * @throws RangeError without rows, or with a frequency that is no whole number above 0, a value or customers not above 0
 */
export function fitGammaGamma(
  rows: readonly ValueRow[],
  {maxIterations = 300}: FitOptions = {},
): Fit<GammaGammaParameter> {
  if (rows.length === 0) throw new RangeError("missing rows: no customer to fit");
  rows.forEach(checkValueRow);
  const sorted = [...rows].sort((a, b) => a.frequency - b.frequency || a.meanValue - b.meanValue);
  const customers = Float64Array.from(sorted, (row) => row.customers ?? 1);
  const total = customers.reduce((sum, count) => sum + count, 0);
  const moneyUnit = sorted.reduce((sum, row, i) => sum + customers[i]! * row.meanValue, 0) / total;
  const frequencies = Float64Array.from(sorted, (row) => row.frequency);
  const means = Float64Array.from(sorted, (row) => row.meanValue / moneyUnit);
  const objective = gammaGammaLikelihood(frequencies, means, customers);

  const inCoordinates = changeCoordinates(objective, COORDINATES);
  const found = STARTS.map((start) =>
    minimize(inCoordinates, findCoordinates(COORDINATES, start), {bound: BOUND, maxIterations}),
  ).sort((a, b) => a.value - b.value)[0]!;
  const summary = summarizeFit({
    names: ["p", "q", "v"],
    units: [1, 1, moneyUnit],
    processes: [
      {
        names: ["p", "q", "v"],
        code: "values-not-identified",
        message: "how values differ is not identified: the likelihood is a flat ridge in p, q and v",
      },
    ],
    objective,
    coordinates: COORDINATES,
    found,
    bound: BOUND,
    customers: total,
  });
  if (total < FEW_CUSTOMERS)
    summary.warnings.unshift({
      code: "few-repeat-customers",
      message: `only ${total} customers have bought again`,
    });
  if (summary.params.q <= 1)
    summary.warnings.push({
      code: "mean-value-not-finite",
      message: `q is ${summary.params.q.toPrecision(3)}, so that the mean value of the population is not finite`,
    });
  return {...summary, logLikelihood: -total * (found.value + Math.log(moneyUnit)), customers: total};
}

/** The mean negative log-likelihood per customer of ln p, ln q, ln v, with its gradient; values in mean values. */
function gammaGammaLikelihood(frequencies: Float64Array, means: Float64Array, customers: Float64Array): Objective {
  const total = customers.reduce((sum, count) => sum + count, 0);
  return (point, gradient) => {
    const [p, q, v] = point.map(Math.exp) as unknown as [number, number, number];
    const gammaOfQ = gammaln(q);
    const slopeOfQ = digamma(q);
    let before = 0;
    let logBeta = 0;
    let slopeX = 0;
    let slopeSum = 0;
    let sum = 0;
    let byP = 0;
    let byQ = 0;
    let byV = 0;
    for (let i = 0; i < frequencies.length; i++) {
      const x = frequencies[i]!;
      const mean = means[i]!;
      if (x !== before) {
        before = x;
        logBeta = gammaln(p * x + q) - gammaln(p * x) - gammaOfQ;
        slopeX = digamma(p * x);
        slopeSum = digamma(p * x + q);
      }
      const spent = x * mean;
      const logSpent = -Math.log1p(v / spent);
      const logScale = -Math.log1p(spent / v);
      const weight = customers[i]!;
      sum += weight * (logBeta + p * x * logSpent + q * logScale - Math.log(mean));
      byP += weight * x * (slopeSum - slopeX + logSpent);
      byQ += weight * (slopeSum - slopeOfQ + logScale);
      byV += weight * ((q * spent - p * x * v) / (v + spent));
    }
    gradient[0] = (-p * byP) / total;
    gradient[1] = (-q * byQ) / total;
    gradient[2] = -byV / total;
    return -sum / total;
  };
}

function checkValueRow({frequency, meanValue, customers = 1}: ValueRow, i: number): void {
  if (!Number.isSafeInteger(frequency) || frequency < 1)
    throw new RangeError(`rows[${i}]: invalid frequency: ${frequency}`);
  if (!(meanValue > 0 && meanValue < Number.POSITIVE_INFINITY))
    throw new RangeError(`rows[${i}]: invalid meanValue: ${meanValue}`);
  if (!(customers > 0 && customers < Number.POSITIVE_INFINITY))
    throw new RangeError(`rows[${i}]: invalid customers: ${customers}`);
}
