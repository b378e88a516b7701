import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dateOf, monthIndex} from "../calendar.ts";
import {priceLevel} from "../catalogue/price-index.ts";
import {type Cell, lira} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import type {Window} from "./window.ts";

/** What one new customer costs in each paid channel, in TRY at the newest prices. */
const costs: readonly {channel: string; perCustomer: number}[] = [
  {channel: "google_ads", perCustomer: 620},
  {channel: "facebook", perCustomer: 540},
  {channel: "instagram", perCustomer: 480},
  {channel: "affiliate", perCustomer: 390},
  {channel: "referral", perCustomer: 180},
];

/** One row per day and paid channel. */
export function* spend(shop: Shop, window: Window): Generator<Cell[]> {
  const arrivals = new Map<string, number>();
  const key = (month: number, channel: string) => `${month} ${channel}`;
  for (const {firstDay, source} of shop.buyers) {
    const cell = key(monthIndex(firstDay), source);
    arrivals.set(cell, (arrivals.get(cell) ?? 0) + 1);
  }
  for (let day = window.firstDay; day <= window.lastDay; day++) {
    const random = new RandomStream(shop.seed, "spend", day);
    for (const {channel, perCustomer} of costs) {
      const daily = (arrivals.get(key(monthIndex(day), channel)) ?? 0) / 30.4;
      const amount = Math.round(daily * perCustomer * priceLevel(day) * (0.75 + 0.5 * random.uniform()) * 100);
      yield [dateOf(day), channel, lira(amount)];
    }
  }
}
