/** A day, as a count of days since 1970, and how much happened on it. */
export interface DayCount {
  day: number;
  rows: number;
}

/** What lies apart from the rest at either end, and the first and last day without it. */
export interface StrayDays {
  early: number;
  late: number;
  first: number;
  last: number;
}

/** Days of a pause, and of the time before it that is compared with what comes after. */
const MONTH = 31;
const FEWEST_DAYS = 10;

/**
 * Finds what lies far from all other days: a mistyped year, a test before the opening.
 *
 * What comes after a pause is stray where the pause is longer than 31 days and than twice the longest one before it, ten days or
 * more lie before it, and after it comes at most a tenth of what the last 31 days before it brought, or one row. What comes
 * before a pause likewise, looked at from the other end.
 *
 * @param days each day once, in order; at least one
 */
export function findStrayDays(days: readonly DayCount[]): StrayDays {
  const late = splitStray(days);
  const backwards = days.map(({day, rows}) => ({day: -day, rows})).reverse();
  const early = splitStray(backwards);
  return {early: early.rows, late: late.rows, first: -early.last, last: late.last};
}

/** How much comes after the pause that sets it apart, and the last day before. */
function splitStray(days: readonly DayCount[]): {rows: number; last: number} {
  let after = days.reduce((sum, {rows}) => sum + rows, 0);
  let longest = 0;
  let recent = 0;
  let from = 0;
  for (const [i, {day, rows}] of days.entries()) {
    after -= rows;
    recent += rows;
    while (days[from]!.day <= day - MONTH) recent -= days[from++]!.rows;
    const next = days[i + 1];
    if (!next) break;
    const pause = next.day - day;
    if (pause > MONTH && pause > 2 * longest && i + 1 >= FEWEST_DAYS && after <= Math.max(1, recent / 10))
      return {rows: after, last: day};
    longest = Math.max(longest, pause);
  }
  return {rows: 0, last: days.at(-1)!.day};
}
