import {LAST_DAY, monthIndex} from "../calendar.ts";

/** Monthly rise of shop prices in percent from 2023-06 on, after the course of Turkish consumer prices. */
const monthlyRise = [
  3.4, 6.1, 6.5, 4.1, 3.2, 3.0, 2.7, 5.6, 4.1, 3.1, 3.0, 3.1, 1.7, 2.9, 2.4, 2.8, 2.7, 2.1, 1.2, 4.2, 2.2, 2.3, 2.7,
  1.6, 1.4, 1.9, 1.9, 2.8, 2.3, 1.0, 0.9, 3.9, 2.3, 2.0, 1.9, 1.5, 1.2, 1.6, 1.6, 2.1, 1.8,
];

const levels = [1];
for (const rise of monthlyRise) levels.push(levels[levels.length - 1]! * (1 + rise / 100));
const newest = levels[monthIndex(LAST_DAY)]!;

/** Prices of a day's month as a share of the newest ones: about 0.33 at the opening, 1 in 2026-10. */
export function priceLevel(day: number): number {
  return levels[Math.min(monthIndex(day), levels.length - 1)]! / newest;
}
