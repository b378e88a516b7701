/** A month of a feed: rows, and over how many days. */
export interface FeedMonth {
  rows: number;
  days: number;
}

/** Months before that say what is usual, and how many of them it takes. */
const LOOK_BACK = 12;
const FEWEST = 6;
/** Factor that makes the median absolute deviation comparable with a standard deviation (normal distribution). */
const SCALE = 1.4826;

/** What is usual for a month, in rows; null with too little history. */
export interface UsualVolume {
  usual: number | null;
  /**
   * Rows are less than half of the usual, and more than three deviations below it: of the larger of 1.4826 · median absolute
   * deviation of the months before, and √usual, which chance alone gives a count (Poisson).
   */
  isThin: boolean;
}

/**
 * Holds each month of a feed against the up to twelve months before it, per day, so that a month that is not over can be
 * compared. Months that are thin themselves say nothing about what is usual.
 *
 * @param months in order, without gaps; a month without rows has 0
 */
export function findThinMonths(months: readonly FeedMonth[]): UsualVolume[] {
  const rates: number[] = [];
  return months.map(({rows, days}) => {
    const before = rates.slice(-LOOK_BACK);
    const rate = days > 0 ? rows / days : 0;
    const usual = before.length >= FEWEST ? median(before) : null;
    const spread = usual === null ? 0 : SCALE * median(before.map((other) => Math.abs(other - usual)));
    const deviation = Math.max(spread * days, Math.sqrt((usual ?? 0) * days));
    const isThin = usual !== null && rate < usual / 2 && rows < usual * days - 3 * deviation;
    if (!isThin) rates.push(rate);
    return {usual: usual === null ? null : usual * days, isThin};
  });
}

/** The middle value, or the mean of the two; of at least one. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
