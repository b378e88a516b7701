/** Days since 1970-01-01. */
export type Day = number;

/** Months since the year 0: January 2011 is 2011 · 12. */
export type Month = number;

const millisecondsPerDay = 86_400_000;

/** The day of `2011-12-09` or `2011-12-09 12:50:00`; the time of day is dropped. */
export function parseDay(text: string): Day {
  const name = text.slice(0, 10);
  const day = parsed.get(name) ?? Date.parse(`${name}T00:00:00Z`) / millisecondsPerDay;
  parsed.set(name, day);
  return day;
}

const parsed = new Map<string, Day>();

export function formatDay(day: Day): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

export function monthOf(day: Day): Month {
  const date = new Date(day * millisecondsPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function firstDayOf(month: Month): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay;
}

export function lastDayOf(month: Month): Day {
  return firstDayOf(month + 1) - 1;
}

/** Every month from one to another, both included. */
export function listMonths(first: Month, last: Month): Month[] {
  return Array.from({length: last - first + 1}, (_, i) => first + i);
}
