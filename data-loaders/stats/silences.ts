/** Days in a row on which nothing came, both inclusive, as counts of days since 1970. */
export interface Silence {
  from: number;
  to: number;
}

/** How far around a silence the usual is looked for, in days. */
const AROUND = 182;
const SHORTEST = 3;
/** How often a year around a silence may bring such a one by chance. */
const CHANCE = 0.01;

/**
 * Finds the silences of a feed that its usual rhythm does not explain.
 *
 * With a share `q` of silent days among the up to 182 days on either side, `n` silent days in a row begin by chance on
 * about `w · qⁿ` of these `w` days; a silence of at least three days counts where that is less than 0.01. A feed that rests
 * on one day a week may so rest for five days, one that never rests for two.
 *
 * @param days days on which something came, in order, each once
 */
export function findSilences(days: readonly number[]): Silence[] {
  const silences: Silence[] = [];
  for (let i = 1; i < days.length; ++i) {
    const length = days[i]! - days[i - 1]! - 1;
    if (length >= SHORTEST && isUnusual(days, i, length)) silences.push({from: days[i - 1]! + 1, to: days[i]! - 1});
  }
  return silences;
}

/**
 * Longest silence after the last day that the usual rhythm explains, in days.
 *
 * @param days days on which something came, in order, each once; at least one
 */
export function usualSilence(days: readonly number[]): number {
  const before = within(days, days.at(-1)! - 2 * AROUND, days.at(-1)!);
  const width = Math.min(2 * AROUND, days.at(-1)! - days[0]!) + 1;
  return longestUsual(width, before);
}

function isUnusual(days: readonly number[], i: number, length: number): boolean {
  const [from, to] = [days[i - 1]!, days[i]!];
  const before = Math.min(AROUND, from - days[0]! + 1);
  const after = Math.min(AROUND, days.at(-1)! - to + 1);
  const active = within(days, from - AROUND + 1, from) + within(days, to, to + AROUND - 1);
  return length > longestUsual(before + after, active);
}

/** The largest n for which w · qⁿ reaches the chance; one silent day more than was seen keeps q above zero. */
function longestUsual(width: number, active: number): number {
  const q = (width - active + 1) / (width + 2);
  return Math.max(SHORTEST - 1, Math.floor(Math.log(CHANCE / width) / Math.log(q)));
}

/** How many of the days lie between two, both inclusive. */
function within(days: readonly number[], from: number, to: number): number {
  return lowerBound(days, to + 1) - lowerBound(days, from);
}

function lowerBound(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
