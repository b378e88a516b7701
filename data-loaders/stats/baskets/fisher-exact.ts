import {hypergeometricProbability} from "./hypergeometric-probability.ts";

/**
 * One-sided p of Fisher's exact test: how probable it is that two things, each in as many baskets as it is, meet in at least
 * `both` of them by chance. Terms are added from the observed one outwards until they no longer count.
 *
 * @param both baskets with both things
 * @param first baskets with the first one
 * @param second baskets with the second one
 * @param total all baskets
 * @returns 0 to 1; 0 below about 1e-308
 * @throws RangeError where no table of counts has these margins
 */
export function fisherExact(both: number, first: number, second: number, total: number): number {
  const least = Math.max(0, first + second - total);
  const most = Math.min(first, second);
  const isTable = [both, first, second, total].every(Number.isSafeInteger) && most <= total;
  if (!isTable || both < least || both > most || Math.max(first, second) > total)
    throw new RangeError(`invalid counts: ${both} of ${first} and ${second} among ${total}`);
  if (both === least) return 1;
  const isAbove = both * total > first * second;
  // The shorter tail is added up; the other one is what it leaves.
  const start = isAbove ? both : both - 1;
  let term = 1;
  let sum = 1;
  if (isAbove)
    for (let x = start; x < most && term > sum * 1e-17; x++) {
      term *= ((first - x) * (second - x)) / ((x + 1) * (total - first - second + x + 1));
      sum += term;
    }
  else
    for (let x = start; x > least && term > sum * 1e-17; x--) {
      term *= (x * (total - first - second + x)) / ((first - x + 1) * (second - x + 1));
      sum += term;
    }
  const tail = Math.min(1, sum * hypergeometricProbability(start, most, Math.max(first, second), total));
  return isAbove ? tail : 1 - tail;
}
