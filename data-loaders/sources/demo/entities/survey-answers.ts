import {RandomStream} from "../../../stats/random/random-stream.ts";
import {timestampOf} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import type {Order} from "../shopping/order.ts";
import {isInside, type Window} from "./window.ts";

const NPS = "Bizi bir arkadaşınıza önerir misiniz?";
const LEAVING = "Neden artık alışveriş yapmıyorsunuz?";
const leavingReasons = [
  "price",
  "delivery",
  "product_choice",
  "product_quality",
  "moved_to_competitor",
  "no_need",
] as const;
const SILENT_DAYS = 150;

/** One row per answer: the recommendation question (0–10) after some orders, and the reason for leaving after a silence. */
export function* surveyAnswers(shop: Shop, window: Window): Generator<Cell[]> {
  for (const person of shop.buyers) {
    const random = new RandomStream(shop.seed, "survey", person.serial);
    const orders = shop.ordersOf(person);
    for (const order of orders) {
      const answers = random.chance(0.05);
      const second = ((order.delivery?.actualDay ?? order.day) + 4) * 86_400 + random.integer(32_000, 80_000);
      const score = recommendation(order, random);
      if (answers && isInside(window, second))
        yield [`N${order.id}`, order.account?.id ?? "", order.id, "nps", NPS, score, "", timestampOf(second)];
    }
    const last = orders[orders.length - 1]!;
    const asked = (last.day + SILENT_DAYS) * 86_400 + random.integer(32_000, 80_000);
    const reason = random.pick(leavingReasons);
    if (random.chance(0.06) && isInside(window, asked))
      yield [`L${last.id}`, last.account?.id ?? "", "", "leaving", LEAVING, "", reason, timestampOf(asked)];
  }
}

function recommendation(order: Order, random: RandomStream): number {
  const lateDays = order.delivery === null ? 0 : Math.max(0, order.delivery.actualDay - order.delivery.promisedDay);
  const faulty = order.lines.some((line) => line.giveback?.reason === "faulty");
  const mean = 8.6 - Math.min(4, 0.7 * lateDays) - (faulty ? 2.5 : 0);
  return Math.max(0, Math.min(10, Math.round(random.normal(mean, 1.7))));
}
