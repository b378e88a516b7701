import {RandomStream} from "../../../stats/random/random-stream.ts";
import {timestampOf} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import {retailer} from "../demo-options.ts";
import {socialHandle} from "../people/contact.ts";
import type {Shop} from "../shop.ts";
import type {Order} from "../shopping/order.ts";
import {isInside, type Window} from "./window.ts";

const networks = ["instagram", "instagram", "x", "facebook", "tiktok"] as const;
const texts = {
  late: `Kargom hâlâ gelmedi, ${retailer.name} cevap vermiyor`,
  good: `${retailer.name} paketi çok özenli geldi, teşekkürler`,
  bad: "Ürün beklediğim gibi çıkmadı",
  neutral: "Bu ürünün başka rengi var mı?",
} as const;

/** One row per post of somebody whose social account the shop knows; a late parcel makes most of the bad ones. */
export function* socialPosts(shop: Shop, window: Window): Generator<Cell[]> {
  const posts = shop.buyers
    .filter((person) => socialHandle(person) !== "")
    .flatMap((person) => {
      const random = new RandomStream(shop.seed, "posts", person.serial);
      return shop.ordersOf(person).flatMap((order) => postsAbout(order, socialHandle(person), random));
    });
  posts.sort((a, b) => a.second - b.second || (a.handle < b.handle ? -1 : 1));
  for (const [i, {second, network, handle, sentiment, reason, text}] of posts.entries())
    if (isInside(window, second))
      yield [`Y${10_001 + i}`, timestampOf(second), network, handle, sentiment, reason, text];
}

function postsAbout(order: Order, handle: string, random: RandomStream) {
  const late = order.delivery !== null && order.delivery.actualDay - order.delivery.promisedDay >= 4;
  const network = random.pick(networks);
  const second = ((order.delivery?.promisedDay ?? order.day) + 1) * 86_400 + random.integer(8 * 3600, 86_000);
  const draw = random.uniform();
  const post = (sentiment: "good" | "bad" | "neutral", reason: string, text: string) => [
    {second, network, handle, sentiment, reason, text},
  ];
  if (late && draw < 0.3) return post("bad", "complaint", texts.late);
  if (draw < 0.035) return post("good", "praise", texts.good);
  if (draw < 0.05) return post("neutral", "information", texts.neutral);
  return draw < 0.06 ? post("bad", "complaint", texts.bad) : [];
}
