import {normalWidth} from "./normal-quantile.ts";

/**
 * The interval of a share by the score test (Wilson 1927): where the share itself may lie, given that `count` of `total` did.
 *
 * @param count whole number, at most `total`
 * @param total whole number above 0
 * @param level share of the time that such intervals hold it
 */
export function wilsonInterval(count: number, total: number, level = 0.95): {low: number; high: number} {
  if (!(total > 0 && count >= 0 && count <= total)) throw new RangeError(`invalid share: ${count} of ${total}`);
  const z = normalWidth(level);
  const share = count / total;
  const middle = share + z ** 2 / (2 * total);
  const width = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const scale = 1 + z ** 2 / total;
  // Rounding must not put the ends of nobody and everybody beside 0 and 1.
  return {
    low: count === 0 ? 0 : (middle - width) / scale,
    high: count === total ? 1 : (middle + width) / scale,
  };
}
