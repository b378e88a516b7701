import type {Fit, FitOptions} from "../fit.ts";
import {type Coordinates, changeCoordinates, findCoordinates} from "../optimize/change-coordinates.ts";
import {type Minimum, minimize, type Objective} from "../optimize/minimize.ts";
import {type GroupedRows, groupRows, thinRows} from "./group-rows.ts";
import type {PurchaseRow} from "./purchase-row.ts";
import {sumLogLikelihood} from "./sum-log-likelihood.ts";
import {summarizeFit} from "./summarize-fit.ts";

/** What sets one model apart from another when it is fitted. */
interface Kind<Name extends string> {
  /** Of the purchase process, then of the dropout process: each a shape and what the shape is divided by in the mean. */
  parameterNames: readonly [Name, Name, Name, Name];
  /** Parameters that are times, and so scale with the unit. */
  times: readonly Name[];
  likelihood: (rows: GroupedRows) => Objective;
  /** Values of the dropout parameters to start from; times in mean ages. */
  dropoutStarts: readonly (readonly number[])[];
}

/** The logarithm of each shape, and of its ratio to the other parameter: along and across the ridge of each process. */
const COORDINATES: Coordinates = [[1], [1, -1], [0, 0, 1], [0, 0, 1, -1]];
/** ln of the greatest shape or ratio, and of 1 over the least; times in mean ages. */
const BOUND = 13;
const FEW_REPEATERS = 30;
/** Different rows of the samples that the search goes through before it takes all. */
const SAMPLES = [3000, 30_000];

/**
 * Fits a model by maximum likelihood: time is measured in mean ages and every parameter by its logarithm, so that neither
 * the unit nor the size of the shop matters. Several starts are tried, on a thinned sample where there are many different
 * rows.
 */
export function fitPurchaseModel<Name extends string>(
  {parameterNames, times, likelihood, dropoutStarts}: Kind<Name>,
  rows: readonly PurchaseRow[],
  {maxIterations = 300}: FitOptions,
): Fit<Name> {
  const grouped = groupRows(rows);
  const {frequencies, frequencyIndex, customers, timeUnit, total} = grouped;
  const sumOver = (value: (frequency: number) => number) =>
    customers.reduce((sum, count, i) => sum + count * value(frequencies[frequencyIndex[i]!]!), 0);
  const repeaters = sumOver((frequency) => Number(frequency > 0));
  // Purchases per mean age, and somewhat more while customers are alive.
  const rate =
    (1.5 *
      Math.max(
        0.5,
        sumOver((frequency) => frequency),
      )) /
    total;
  const starts = dropoutStarts.map((dropout) => [0.5, 0.5 / rate, ...dropout].map(Math.log));
  const found = findMinimum(grouped, likelihood, starts, maxIterations);

  const [r, alpha, shape, divisor] = parameterNames;
  const summary = summarizeFit({
    names: parameterNames,
    units: parameterNames.map((name) => (times.includes(name) ? timeUnit : 1)),
    processes: [
      {
        names: [shape, divisor],
        code: "dropout-not-identified",
        message: `dropout is not identified: the likelihood is a flat ridge in ${shape} and ${divisor}; compare likelihoods and predictions, not these parameters`,
      },
      {
        names: [r, alpha],
        code: "purchase-rates-not-identified",
        message: `how purchase rates differ is not identified: the likelihood is a flat ridge in ${r} and ${alpha}`,
      },
    ],
    objective: likelihood(grouped),
    coordinates: COORDINATES,
    found,
    bound: BOUND,
    customers: total,
  });
  if (repeaters === 0)
    summary.warnings.unshift({
      code: "no-repeat-purchases",
      message: "no customer has bought again: nothing can be learnt",
    });
  else if (repeaters < FEW_REPEATERS)
    summary.warnings.unshift({
      code: "few-repeat-customers",
      message: `only ${repeaters} customers have bought again`,
    });
  return {
    ...summary,
    converged: summary.converged && repeaters > 0,
    logLikelihood: sumLogLikelihood(grouped, found.value),
    customers: total,
  };
}

/** @returns in coordinates */
function findMinimum(
  grouped: GroupedRows,
  likelihood: (rows: GroupedRows) => Objective,
  starts: readonly (readonly number[])[],
  maxIterations: number,
): Minimum {
  const samples = [...SAMPLES.map((size) => thinRows(grouped, size)).filter((rows) => rows !== grouped), grouped];
  const [first, ...others] = samples.map((rows, i) => ({
    objective: changeCoordinates(likelihood(rows), COORDINATES),
    options: {bound: BOUND, maxIterations, ...(i < samples.length - 1 ? {tolerance: 1e-5} : {})},
  }));
  let best = starts
    .map((start) => minimize(first!.objective, findCoordinates(COORDINATES, start), first!.options))
    .filter((minimum) => Number.isFinite(minimum.value))
    .sort((a, b) => a.value - b.value)[0]!;
  for (const {objective, options} of others)
    best = minimize(objective, best.point, {...options, inverseHessian: best.inverseHessian});
  return best;
}
