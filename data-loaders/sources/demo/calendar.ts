/** Days are whole numbers since the shop opened, and instants whole seconds since then, in the shop's own time zone. */
const OPENING = "2023-05-01";
/** The last day that the demo knows: 2026-10-31. */
export const LAST_DAY = dayOf("2026-10-31");

const DAY = 86_400_000;
const SPARE_DAYS = 400;

export function dayOf(date: string): number {
  const milliseconds = Date.parse(`${date}T00:00:00Z`) - Date.parse(`${OPENING}T00:00:00Z`);
  return milliseconds / 86_400_000;
}

const dates = Array.from({length: LAST_DAY + SPARE_DAYS}, (_, day) =>
  new Date(Date.parse(`${OPENING}T00:00:00Z`) + day * DAY).toISOString().slice(0, 10),
);
const pairs = Array.from({length: 60}, (_, n) => String(n).padStart(2, "0"));

export function dateOf(day: number): string {
  const date = dates[day];
  if (date === undefined) throw new Error(`invalid demo day: ${day}`);
  return date;
}

/** `YYYY-MM-DD HH:MM:SS` */
export function timestampOf(second: number): string {
  const day = Math.floor(second / 86_400);
  const rest = second - day * 86_400;
  return `${dateOf(day)} ${pairs[Math.floor(rest / 3600)]}:${pairs[Math.floor(rest / 60) % 60]}:${pairs[rest % 60]}`;
}

/** `YYYY-MM` */
export function monthOf(day: number): string {
  return dateOf(day).slice(0, 7);
}

/** 0 for the opening month. */
export function monthIndex(day: number): number {
  const date = dateOf(day);
  return (Number(date.slice(0, 4)) - 2023) * 12 + Number(date.slice(5, 7)) - 5;
}

/** 0 Monday … 6 Sunday; the shop opened on a Monday. */
export function weekdayOf(day: number): number {
  return day % 7;
}
