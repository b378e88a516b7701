/** A month as `YYYY-MM`: sorts as text, needs no time zone. */
export type Month = string;

/** The month of a date that stands for a month (its first day at midnight UTC). */
export function monthOf(date: Date): Month {
  const month = date.getUTCMonth() + 1;
  return `${date.getUTCFullYear()}-${month < 10 ? "0" : ""}${month}`;
}

/** The month n months after (before, if negative). */
export function addMonths(month: Month, n: number): Month {
  const i = yearOf(month) * 12 + monthIndex(month) + n;
  return `${Math.floor(i / 12)}-${String((((i % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}

/** The n months that end with this one, oldest first. */
export function monthsUntil(month: Month, n: number): Month[] {
  return Array.from({length: n}, (_, i) => addMonths(month, i - n + 1));
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

/** 0 for January. */
export function monthIndex(month: Month): number {
  return Number(month.slice(5, 7)) - 1;
}

/** The first instant of the month, UTC: how published tables spell a month. */
export function monthDate(month: Month): Date {
  return new Date(Date.UTC(yearOf(month), monthIndex(month), 1));
}

/** The month itself if it is spelled `YYYY-MM`; otherwise an error, so that a route parameter is never trusted. */
export function parseMonth(value: string | undefined): Month {
  if (value === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw new Error(`invalid month: ${value}`);
  return value;
}

/** The last day that a month's report tells of: the month's own, or the last day of the data, whichever comes first. */
export function lastDayTold(month: Month, asOf: string): string {
  const end = new Date(Date.UTC(yearOf(month), monthIndex(month) + 1, 0)).toISOString().slice(0, 10);
  return end < asOf ? end : asOf;
}
