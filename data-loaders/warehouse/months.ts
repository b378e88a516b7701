/** A month of the data: a snapshot stands at its end. */
export interface Month {
  /** First day, `2026-10-01`. */
  month: string;
  /** Last day, or the last day of data where the month is not over. */
  monthEnd: string;
  /** First day of the look-back window that ends with this month. */
  windowStart: string;
  isPartial: boolean;
  /** The window or the slide look-back begins before the first day of data. */
  isWarmingUp: boolean;
}

/**
 * The months from the first to the last day of data.
 *
 * @param firstDay first day with an order
 * @param lastDay the day as of which everything is computed
 */
export function listMonths(
  firstDay: string,
  lastDay: string,
  windowMonths: number,
  slideWithinMonths: number,
): Month[] {
  const last = toIndex(lastDay);
  return Array.from({length: last - toIndex(firstDay) + 1}, (_, i) => {
    const index = toIndex(firstDay) + i;
    const end = endOf(index);
    return {
      month: startOf(index),
      monthEnd: end < lastDay ? end : lastDay,
      windowStart: startOf(index - windowMonths + 1),
      isPartial: lastDay < end,
      isWarmingUp: startOf(index - windowMonths + 1) < firstDay || endOf(index - slideWithinMonths) < firstDay,
    };
  });
}

/** The first day of the month that stands `count` months after a given one. */
export function addMonths(month: string, count: number): string {
  return startOf(toIndex(month) + count);
}

function toIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function startOf(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((((index % 12) + 12) % 12) + 1).padStart(2, "0")}-01`;
}

function endOf(index: number): string {
  return new Date(Date.parse(`${startOf(index + 1)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
