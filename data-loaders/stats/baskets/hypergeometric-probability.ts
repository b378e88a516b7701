import gammaln from "@stdlib/math-base-special-gammaln";

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/**
 * The probability of `both` marked things among `first` that are drawn without replacement from `total`, of which `second`
 * are marked; to about 1e-13, however many there are. A quotient of three binomial probabilities, each by its distance from
 * the mode (Loader 2000, "Fast and accurate computation of binomial probabilities"): log-factorials of millions would cancel.
 */
export function hypergeometricProbability(both: number, first: number, second: number, total: number): number {
  if (first === 0 || first === total) return Number(both === (first === 0 ? 0 : second));
  const p = first / total;
  const q = (total - first) / total;
  return Math.exp(
    logBinomial(both, second, p, q) + logBinomial(first - both, total - second, p, q) - logBinomial(first, total, p, q),
  );
}

function logBinomial(x: number, n: number, p: number, q: number): number {
  if (n === 0) return 0;
  if (x === 0) return p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
  if (x === n) return q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p);
  return (
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    deviance(x, n * p) -
    deviance(n - x, n * q) +
    0.5 * Math.log(n / (x * (n - x))) -
    HALF_LOG_TAU
  );
}

/** x·ln(x/m) + m − x; near x = m by a series, where the terms would cancel. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let power = 2 * x * v;
  for (let j = 1; ; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/** ln n! less Stirling's approximation of it. */
function stirlingError(n: number): number {
  if (n <= 15) return gammaln(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TAU;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}
