/** Fills a list with whole numbers from 0 to high, both included, all equally likely; `RandomStream` is one. */
interface Dice {
  fill(target: Int32Array, high: number): void;
}

interface Options {
  /** How often to draw; default 10,000. */
  replicates?: number;
  /** Share that the interval covers; default 0.95. */
  level?: number;
}

/**
 * The percentile interval of a statistic (Efron & Tibshirani 1993, 13.3): each replicate draws as many things as there are,
 * with replacement. To draw clusters, customers with all their orders for example, let the things be the clusters.
 *
 * @param size how many things there are, above 0
 * @param statistic of the things with these indices, some of them more than once; NaN leaves the replicate out
 * @param dice seeded, so that equal arguments give equal intervals
 * @returns interval ends, both NaN where no replicate gave a number
 * @throws RangeError for a size, number of replicates or level out of range
 */
export function bootstrap(
  size: number,
  statistic: (indices: Int32Array) => number,
  dice: Dice,
  {replicates = 10_000, level = 0.95}: Options = {},
): [low: number, high: number] {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`invalid size: ${size}`);
  if (!Number.isSafeInteger(replicates) || replicates < 1) throw new RangeError(`invalid replicates: ${replicates}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level}`);
  const indices = new Int32Array(size);
  const drawn = new Float64Array(replicates);
  for (let k = 0; k < replicates; k++) {
    dice.fill(indices, size - 1);
    drawn[k] = statistic(indices);
  }
  const sorted = drawn.filter((value) => !Number.isNaN(value)).sort();
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
}

/** By linear interpolation (R's type 7); d3's does not take typed arrays. */
export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const next = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (place - low) * (sorted[next]! - sorted[low]!);
}
