/**
 * A function to be made small, of a point whose coordinates are all of the order of 1.
 *
 * @param gradient is filled with the slopes at the point
 * @returns its value; NaN or infinity where it is not defined
 */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  point: Float64Array;
  value: number;
  gradient: Float64Array;
  /** The approximation of the inverse Hessian that the search ended with, by rows. */
  inverseHessian: Float64Array;
  iterations: number;
  /** Whether every slope that is free to fall is below the tolerance. */
  converged: boolean;
}

interface Options {
  /** No coordinate leaves [−bound, bound]. */
  bound: number;
  /** Greatest slope at a minimum. */
  tolerance?: number;
  maxIterations?: number;
  /** To start from, by rows; the identity by default. */
  inverseHessian?: Float64Array;
}

const LONGEST_STEP = 2;
/** A search that gains no more than rounding so often in a row has ended. */
const MOST_STALLS = 4;
/** Differences of values below this share are rounding. */
const ROUNDING = 1e-13;

/**
 * Finds a local minimum in a box by BFGS with a weak Wolfe line search (Nocedal & Wright 2006, algorithm 6.1; bisection by
 * Lewis & Overton 2013). Next to the minimum, where values differ by rounding only, slopes decide (Hager & Zhang 2005, 4.1).
 */
export function minimize(objective: Objective, start: ArrayLike<number>, options: Options): Minimum {
  const {bound, tolerance = 1e-8, maxIterations = 300} = options;
  const n = start.length;
  let point: Float64Array = Float64Array.from(start, (value) => Math.min(bound, Math.max(-bound, value)));
  let gradient: Float64Array = new Float64Array(n);
  let value = objective(point, gradient);
  let inverse = options.inverseHessian?.slice() ?? identity(n);
  let isFresh = options.inverseHessian === undefined;
  let iterations = 0;
  let stalls = 0;

  const isHeld = (i: number) => (point[i]! >= bound && gradient[i]! < 0) || (point[i]! <= -bound && gradient[i]! > 0);
  const leaves = (i: number, step: number) => Math.abs(point[i]!) >= bound && step * point[i]! > 0;
  const steepest = () => gradient.reduce((most, slope, i) => (isHeld(i) ? most : Math.max(most, Math.abs(slope))), 0);

  while (steepest() > tolerance && iterations < maxIterations && stalls < MOST_STALLS) {
    iterations++;
    // The slope of a held coordinate must not push the others.
    const free = gradient.map((slope, i) => (isHeld(i) ? 0 : slope));
    let direction = multiply(inverse, free).map((step, i) => (isHeld(i) || leaves(i, -step) ? 0 : -step));
    if (!(dot(direction, gradient) < 0)) {
      inverse = identity(n);
      isFresh = true;
      direction = free.map((slope) => -slope);
    }
    const found = searchLine(objective, {point, value, gradient}, direction, bound);
    if (!found) {
      if (isFresh) break;
      inverse = identity(n);
      isFresh = true;
      continue;
    }
    const step = found.point.map((coordinate, i) => coordinate - point[i]!);
    const bend = found.gradient.map((slope, i) => slope - gradient[i]!);
    stalls = value - found.value > ROUNDING * Math.abs(value) ? 0 : stalls + 1;
    ({point, value, gradient} = found);
    inverse = update(inverse, step, bend, isFresh);
    isFresh = false;
  }
  // A search that rounding ends early is as good as one that the tolerance ends.
  const converged = Number.isFinite(value) && steepest() <= Math.max(tolerance, 1e-6);
  return {point, value, gradient, inverseHessian: inverse, iterations, converged};
}

type State = Pick<Minimum, "point" | "value" | "gradient">;

function searchLine(objective: Objective, from: State, direction: Float64Array, bound: number): State | undefined {
  const slope = dot(direction, from.gradient);
  const longest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  const furthest = direction.reduce((least, d, i) => {
    if (d === 0) return least;
    return Math.min(least, (d > 0 ? bound - from.point[i]! : bound + from.point[i]!) / Math.abs(d));
  }, Number.POSITIVE_INFINITY);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let t = Math.min(1, LONGEST_STEP / longest, furthest);
  for (let trial = 0; trial < 50; trial++) {
    const point = from.point.map((x, i) => Math.min(bound, Math.max(-bound, x + t * direction[i]!)));
    const gradient = new Float64Array(point.length);
    const value = objective(point, gradient);
    const newSlope = dot(direction, gradient);
    const isLower =
      value <= from.value + 1e-4 * t * slope ||
      (Math.abs(value - from.value) <= ROUNDING * Math.abs(from.value) && newSlope <= -0.9998 * slope);
    if (!isLower || !Number.isFinite(newSlope)) high = t;
    else if (newSlope < 0.9 * slope && t < furthest) low = t;
    else return {point, value, gradient};
    const next = Number.isFinite(high) ? (low + high) / 2 : Math.min(2 * low, furthest, low + LONGEST_STEP / longest);
    if (next === t || next * longest < 1e-14) break;
    t = next;
  }
  return undefined;
}

/** The BFGS update; the first one sets the scale. */
function update(inverse: Float64Array, step: Float64Array, bend: Float64Array, isFirst: boolean): Float64Array {
  const n = step.length;
  const curvature = dot(step, bend);
  if (!(curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(bend, bend)))) return inverse;
  const old = isFirst ? identity(n).map((x) => (x * curvature) / dot(bend, bend)) : inverse;
  const moved = multiply(old, bend);
  const factor = (1 + dot(bend, moved) / curvature) / curvature;
  return old.map((x, k) => {
    const i = Math.floor(k / n);
    const j = k % n;
    return x + factor * step[i]! * step[j]! - (moved[i]! * step[j]! + step[i]! * moved[j]!) / curvature;
  });
}

function identity(n: number): Float64Array {
  return new Float64Array(n * n).map((_, k) => Number(k % (n + 1) === 0));
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => dot(matrix.subarray(i * n, (i + 1) * n), vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
