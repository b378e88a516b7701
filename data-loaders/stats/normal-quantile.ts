import erfcinv from "@stdlib/math-base-special-erfcinv";

/**
 * The standard normal variate that is not exceeded with a probability.
 *
 * @param probability in (0, 1); −∞ and ∞ at its ends
 */
export function normalQuantile(probability: number): number {
  return -Math.SQRT2 * erfcinv(2 * probability);
}

/**
 * Half the width of a two-sided normal interval, in standard errors: 1.96 at 0.95.
 *
 * @param level share that the interval covers, in (0, 1)
 * @throws RangeError for any other level
 */
export function normalWidth(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level}`);
  return normalQuantile((1 + level) / 2);
}
