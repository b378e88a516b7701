import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dateOf} from "../calendar.ts";
import {priceLevel} from "../catalogue/price-index.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import type {Window} from "./window.ts";

const SHARE = 0.08;
const reasons = ["too_expensive", "not_used", "service_quality", "other"] as const;

/** One row per paid membership; an empty end means that it still runs. It ends some time after the last order. */
export function* subscriptions(shop: Shop, window: Window): Generator<Cell[]> {
  for (const person of shop.buyers) {
    const random = new RandomStream(shop.seed, "subscription", person.serial);
    const orders = shop.ordersOf(person);
    if (!random.chance(SHARE) || orders.length < 2) continue;
    const started = orders[1]!.day + random.integer(0, 20);
    const lastDay = orders[orders.length - 1]!.day;
    const ended = Math.max(started + 30, lastDay + 30 + Math.floor(random.exponential(45)));
    const reason = random.pick(reasons);
    if (started > window.lastDay) continue;
    const over = ended <= window.lastDay;
    yield [
      `U${person.serial + 40_001}`,
      person.accounts[0]!.id,
      random.chance(0.7) ? "Artı" : "Artı Aile",
      dateOf(started),
      over ? dateOf(ended) : "",
      `${Math.round(99 * priceLevel(started))}.00`,
      over ? reason : "",
    ];
  }
}
