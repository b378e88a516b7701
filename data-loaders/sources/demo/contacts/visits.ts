import {RandomStream} from "../../../stats/random/random-stream.ts";
import {dayOf, LAST_DAY} from "../calendar.ts";
import {messagesTo} from "../campaigns/messages-to.ts";
import type {Product} from "../catalogue/catalogue.ts";
import type {Person} from "../people/person.ts";
import type {Shop} from "../shop.ts";
import type {Order} from "../shopping/order.ts";

/** Web analytics were installed on this day. */
export const WEB_ANALYTICS_START = dayOf("2025-11-01");

/** One visit to the site or the app. */
export interface Visit {
  readonly startsAt: number;
  readonly channel: "web" | "mobile_app";
  readonly device: string;
  readonly viewed: readonly Product[];
  /** How many of the viewed products were put into the basket. */
  readonly carted: number;
  readonly searched: boolean;
  readonly knowsCustomer: boolean;
  /** A click on a message, with its campaign if it had one, led here. */
  readonly clicked: boolean;
  readonly campaignId: string;
  readonly order: Order | null;
}

const VISIT_EVERY_DAYS = 75;
const INTEREST_ENDS = 60;

/** A registered person's visits: one before each online order, one after each click, and some that lead to nothing. */
export function visitsOf(shop: Shop, person: Person): Visit[] {
  const random = new RandomStream(shop.seed, "visits", person.serial);
  const orders = shop.ordersOf(person);
  const visits: Visit[] = [];
  for (const order of orders)
    if (order.day > WEB_ANALYTICS_START && (order.channel === "web" || order.channel === "mobile_app"))
      visits.push(buyingVisit(order, random));
  for (const {campaignId, events} of messagesTo(shop, person))
    for (const {event, second} of events)
      if (event === "click" && second >= WEB_ANALYTICS_START * 86_400)
        visits.push({...idleVisit(shop, person, second + 5, random), knowsCustomer: true, clicked: true, campaignId});
  const lastInterest =
    orders.length > 0 ? orders[orders.length - 1]!.day + INTEREST_ENDS : person.firstDay + INTEREST_ENDS;
  let day = Math.max(person.registeredDay, WEB_ANALYTICS_START) + Math.floor(random.exponential(VISIT_EVERY_DAYS / 2));
  while (day <= Math.min(lastInterest, LAST_DAY)) {
    visits.push(idleVisit(shop, person, day * 86_400 + random.integer(9 * 3600, 85_000), random));
    day += 1 + Math.floor(random.exponential(VISIT_EVERY_DAYS));
  }
  return visits;
}

/** A visit that ends without an order; one in five leaves something in the basket. */
export function idleVisit(shop: Shop, person: Person | null, startsAt: number, random: RandomStream): Visit {
  const viewed: Product[] = [];
  const views = 1 + Math.min(4, Math.floor(random.exponential(1.3)));
  for (let i = 0; i < views; i++) {
    const shelf =
      person === null ? random.pick(shop.shelves) : shop.shelves[random.pickCumulative(person.branchWeights)]!;
    viewed.push(random.pick(shelf));
  }
  const inApp = person?.favouriteChannel === "mobile_app";
  return {
    startsAt,
    channel: inApp ? "mobile_app" : "web",
    device: inApp ? "android" : random.pick(["mobile", "mobile", "desktop"]),
    viewed,
    carted: random.chance(0.2) ? 1 : 0,
    searched: random.chance(0.3),
    knowsCustomer: person !== null && random.chance(inApp ? 0.95 : 0.6),
    clicked: false,
    campaignId: "",
    order: null,
  };
}

function buyingVisit(order: Order, random: RandomStream): Visit {
  const viewed = order.lines.slice(0, 3).map((line) => line.product);
  return {
    startsAt: order.second - 200 - random.integer(0, 900),
    channel: order.channel === "web" ? "web" : "mobile_app",
    device: order.device,
    viewed,
    carted: viewed.length,
    searched: random.chance(0.2),
    knowsCustomer: order.account !== null,
    clicked: false,
    campaignId: "",
    order,
  };
}
