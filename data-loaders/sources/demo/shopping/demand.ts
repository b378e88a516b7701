import {dateOf, dayOf, LAST_DAY, weekdayOf} from "../calendar.ts";

const byMonth = [0.9, 0.92, 0.98, 0.98, 1.04, 1.0, 0.93, 0.95, 1.04, 1.04, 1.32, 1.1];
const byWeekday = [0.93, 0.92, 0.94, 0.96, 1.03, 1.12, 1.1];

/** First and last day of each Ramazan and Kurban Bayramı. */
const bayrams: readonly (readonly [string, string])[] = [
  ["2023-06-28", "2023-07-01"],
  ["2024-04-10", "2024-04-12"],
  ["2024-06-16", "2024-06-19"],
  ["2025-03-30", "2025-04-01"],
  ["2025-06-06", "2025-06-09"],
  ["2026-03-20", "2026-03-22"],
  ["2026-05-27", "2026-05-30"],
];

/** Gift and sale days: first day, last day, factor. */
const everyYear: readonly (readonly [string, string, number])[] = [
  ["02-09", "02-14", 1.3],
  ["05-04", "05-12", 1.2],
  ["11-09", "11-11", 1.7],
  ["11-20", "11-30", 1.35],
  ["12-18", "12-30", 1.2],
];

/** How much is bought on a day, 1 on an average one: month, weekday, Bayram, gift and sale days. */
export function demandOn(day: number): number {
  const date = dateOf(day);
  let demand = byMonth[Number(date.slice(5, 7)) - 1]! * byWeekday[weekdayOf(day)]!;
  for (const [first, last] of bayrams) {
    const toFirst = dayOf(first) - day;
    if (toFirst > 0 && toFirst <= 14) demand *= 1.22;
    else if (toFirst <= 0 && day <= dayOf(last)) demand *= 0.6;
  }
  for (const [first, last, factor] of everyYear) if (date.slice(5) >= first && date.slice(5) <= last) demand *= factor;
  return demand;
}

const cumulative = new Float64Array(LAST_DAY + 2);
for (let day = 0; day <= LAST_DAY; day++) cumulative[day + 1] = cumulative[day]! + demandOn(day);

/** Demand that passes before the day begins. */
export function demandBefore(day: number): number {
  return cumulative[Math.min(day, LAST_DAY + 1)]!;
}

/** The day on which so much demand has passed, or LAST_DAY + 1 when the demo ends before. */
export function dayAtDemand(demand: number): number {
  if (demand >= cumulative[LAST_DAY + 1]!) return LAST_DAY + 1;
  let low = 0;
  let high = LAST_DAY;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle + 1]! > demand) high = middle;
    else low = middle + 1;
  }
  return low;
}
