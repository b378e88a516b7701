import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dateOf, monthIndex} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import type {Window} from "./window.ts";

/** TRY for one dollar on the first day of each month from 2023-05 to 2026-11; invented from 2026 on. */
const dollar = [
  19.45, 20.8, 26.0, 26.95, 26.7, 27.4, 28.3, 28.9, 29.6, 30.4, 31.2, 32.3, 32.4, 32.3, 32.7, 33.2, 34.0, 34.2, 34.3,
  34.7, 35.4, 35.8, 36.5, 38.0, 38.5, 39.2, 39.8, 40.6, 41.1, 41.6, 42.0, 42.5, 43.0, 43.6, 44.2, 44.8, 45.4, 46.0,
  46.6, 47.2, 47.8, 48.3, 48.9,
];
const euroInDollars = [1.1, 1.09, 1.08, 1.09, 1.05, 1.13, 1.16];

/** One row per day and currency: how many TRY one unit costs. */
export function* exchangeRates(shop: Shop, window: Window): Generator<Cell[]> {
  for (let day = 0; day <= window.lastDay; day++) {
    const random = new RandomStream(shop.seed, "exchange rate", day);
    const month = monthIndex(day);
    const share = (Number(dateOf(day).slice(8)) - 1) / 31;
    const rate = (dollar[month]! * (1 - share) + dollar[month + 1]! * share) * random.lognormal(1, 0.003);
    const euro = rate * euroInDollars[Math.floor(month / 7)]! * random.lognormal(1, 0.003);
    if (day < window.firstDay) continue;
    yield [dateOf(day), "EUR", fourDecimals(euro)];
    yield [dateOf(day), "USD", fourDecimals(rate)];
  }
}

function fourDecimals(rate: number): string {
  const digits = String(Math.round(rate * 10_000));
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
