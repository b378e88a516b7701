import {RandomStream} from "../../../stats/random/random-stream.ts";
import {LAST_DAY} from "../calendar.ts";
import type {Shelf} from "../catalogue/catalogue.ts";
import type {Person} from "../people/person.ts";
import {plantedTruths} from "../planted-truths.ts";
import {experiments, type Participation, takePart} from "./campaign-reaction.ts";
import {hitByBreakdown} from "./deliver.ts";
import {dayAtDemand, demandBefore} from "./demand.ts";
import type {Order} from "./order.ts";
import {placeOrder} from "./place-order.ts";
import {isFrequent, reminderDay} from "./reminder.ts";
import {RepurchaseCycle} from "./repurchase-cycle.ts";

export interface Life {
  readonly orders: Order[];
  readonly participations: Participation[];
}

const {leavingShare, frequentOrders} = plantedTruths.carrierBreakdown;
const {returningShare, withinDays} = plantedTruths.reminder;
const SAME_DAY_AGAIN = 0.015;

/**
 * All orders of one person: a Poisson process on the shop's demand, until the person's life as a customer ends; on top of
 * it perfume and insurance when they are due, and what a reminder or a campaign brings. Whoever is hit by the breakdown may leave.
 */
export function liveAndShop(seed: number, shelves: readonly Shelf[], person: Person): Life {
  const random = new RandomStream(seed, "life", person.serial);
  const terms = new RandomStream(seed, "order", person.serial);
  const reminders = new RandomStream(seed, "reminder", person.serial);
  const cycles = {perfume: new RepurchaseCycle(random, "perfume"), insurance: new RepurchaseCycle(random, "insurance")};
  const orders: Order[] = [];
  const participations: Participation[] = [];
  const coming = [...experiments];
  let lifeEnds = person.lifeEnds;
  let day = person.firstDay;
  while (day <= LAST_DAY) {
    const wanted = {
      perfume: person.repurchasesPerfume && cycles.perfume.wants(day),
      insurance: person.renewsInsurance && cycles.insurance.wants(day),
    };
    const order = placeOrder(shelves, person, day, -1, orders.length + 1, wanted, terms);
    orders.push(order);
    if (person.kind === "buyer" && random.chance(SAME_DAY_AGAIN))
      orders.push(placeOrder(shelves, person, day, order.second % 86_400, orders.length + 1, nothing, terms));
    const leaves = random.chance(leavingShare);
    if (leaves && hitByBreakdown(day, order.delivery) && isFrequent(orders, day, frequentOrders))
      lifeEnds = Math.min(lifeEnds, order.delivery!.actualDay);

    const natural = dayAtDemand(demandBefore(day + 1) + random.exponential(1 / person.dailyRate));
    const own = Math.min(
      natural,
      person.repurchasesPerfume ? cycles.perfume.due : Infinity,
      person.renewsInsurance ? cycles.insurance.due : Infinity,
    );
    let next = own <= lifeEnds ? own : Infinity;
    const comesBack = reminders.chance(returningShare);
    const reminded = (reminderDay(person, orders, day) ?? Infinity) + reminders.integer(1, withinDays);
    if (comesBack && reminded <= lifeEnds) next = Math.min(next, reminded);
    while (coming.length > 0 && coming[0]!.startDay <= Math.min(next, LAST_DAY)) {
      const participation = person.kind === "buyer" ? takePart(seed, person, coming[0]!, day) : null;
      coming.shift();
      if (participation === null) continue;
      participations.push(participation);
      next = Math.min(next, participation.orderDay);
    }
    day = next;
  }
  return {orders, participations};
}

const nothing = {perfume: false, insurance: false};
