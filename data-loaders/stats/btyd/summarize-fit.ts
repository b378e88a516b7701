import type {Fit, FitWarning} from "../fit.ts";
import {normalWidth} from "../normal-quantile.ts";
import {type Coordinates, changeCoordinates, findPoint} from "../optimize/change-coordinates.ts";
import {decomposeSymmetric} from "../optimize/decompose-symmetric.ts";
import {estimateHessian} from "../optimize/estimate-hessian.ts";
import type {Minimum, Objective} from "../optimize/minimize.ts";

/** Parameters that only the same data can tell, and what to say where they do not. */
export interface Process<Name extends string> {
  names: readonly Name[];
  code: FitWarning["code"];
  message: string;
}

/** What a search found: a mean negative log-likelihood per customer, of logarithms of parameters. */
export interface Search<Name extends string> {
  names: readonly Name[];
  /** What 1 stands for, parameter by parameter. */
  units: readonly number[];
  processes: readonly Process<Name>[];
  objective: Objective;
  /** Logarithms of the parameters are this matrix times the coordinates that were searched. */
  coordinates: Coordinates;
  /** In coordinates. */
  found: Minimum;
  bound: number;
  customers: number;
}

/** Of a logarithm; a 95 % interval then covers a factor of e^2.94 ≈ 19 either way. */
const LARGEST_DEVIATION = 1.5;
const FLATTEST = 1e-4;

/**
 * Reads parameters, standard errors and warnings off the likelihood around its maximum: directions in which it hardly bends
 * are flat ridges.
 */
export function summarizeFit<Name extends string>(
  search: Search<Name>,
): Omit<Fit<Name>, "logLikelihood" | "customers"> {
  const {names, units, processes, coordinates, found, bound} = search;
  const logs = findPoint(coordinates, found.point);
  const involved = (j: number) => names.filter((_, i) => (coordinates[i]![j] ?? 0) !== 0);
  const {held, flat, covariance} = judgeCurvature(search);
  const atBoundary = new Set([...held].flatMap(involved));
  const open = new Set([...atBoundary, ...[...flat].flatMap(involved)]);
  const deviations = covariance?.map((row, i) => (open.has(names[i]!) ? Number.POSITIVE_INFINITY : Math.sqrt(row[i]!)));
  const doubtful = new Set([...open, ...names.filter((_, i) => (deviations?.[i] ?? 0) > LARGEST_DEVIATION)]);

  const warnings: FitWarning[] = [];
  if (!found.converged)
    warnings.push({
      code: "not-converged",
      message: `the search did not reach a maximum in ${found.iterations} iterations`,
    });
  for (const process of processes)
    if (process.names.some((name) => doubtful.has(name))) warnings.push({code: process.code, message: process.message});
  if (atBoundary.size > 0)
    warnings.push({
      code: "at-boundary",
      message: `${names.filter((name) => atBoundary.has(name)).join(" and ")} went as far as the search allows`,
    });

  const record = <Value>(value: (i: number) => Value) =>
    Object.fromEntries(names.map((name, i) => [name, value(i)])) as Record<Name, Value>;
  const at = (i: number) => Math.exp(logs[i]!) * units[i]!;
  const factor = (i: number) => Math.exp(normalWidth(0.95) * deviations![i]!);
  return {
    params: record(at),
    standardErrors: deviations ? record((i) => at(i) * deviations[i]!) : null,
    intervals: deviations ? record((i): [number, number] => [at(i) / factor(i), at(i) * factor(i)]) : null,
    logCovariance: covariance,
    iterations: found.iterations,
    converged: found.converged,
    warnings,
  };

  /**
   * The coordinates that stopped at the bound or are flat, and the covariance of the logarithms without them: what moves no
   * likelihood moves no prediction. There is none where the likelihood bends upwards, which is no maximum.
   */
  function judgeCurvature({objective, customers}: Search<Name>) {
    const indices = Array.from(found.point, (_, j) => j);
    const held = new Set(indices.filter((j) => Math.abs(found.point[j]!) >= bound));
    const free = indices.filter((j) => !held.has(j));
    const hessian = estimateHessian(changeCoordinates(objective, coordinates), found.point);
    const pairs = decomposeSymmetric(free.map((j) => free.map((k) => customers * hessian[j]![k]!)));
    const flat = new Set(
      pairs
        .filter(({value}) => !(value > FLATTEST))
        .flatMap(({vector}) => free.filter((_, k) => Math.abs(vector[k]!) > 0.3)),
    );
    if (pairs.some(({value}) => !(value > -FLATTEST))) return {held, flat, covariance: null};
    // Each direction moves the logarithms of the parameters so far.
    const bent = pairs.filter(({value}) => value > FLATTEST);
    const moves = bent.map(({value, vector}) => {
      const direction = new Float64Array(indices.length);
      free.forEach((j, k) => {
        direction[j] = vector[k]! / Math.sqrt(value);
      });
      return findPoint(coordinates, direction);
    });
    const covariance = names.map((_, i) =>
      names.map((__, k) => moves.reduce((sum, move) => sum + move[i]! * move[k]!, 0)),
    );
    return {held, flat, covariance};
  }
}
