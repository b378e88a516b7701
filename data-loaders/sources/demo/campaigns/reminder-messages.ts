import {RandomStream} from "../../../stats/random/random-stream.ts";
import {LAST_DAY} from "../calendar.ts";
import {writtenChannel} from "../people/may-reach.ts";
import type {Person} from "../people/person.ts";
import {plantedTruths} from "../planted-truths.ts";
import type {Shop} from "../shop.ts";
import {reminderDay} from "../shopping/reminder.ts";
import {clicked, type Message, react} from "./message.ts";

const {campaignId, withinDays} = plantedTruths.reminder;

/** One reminder for every long silence of a frequent customer; whoever orders in the fortnight after has clicked it. */
export function reminderMessages(shop: Shop, person: Person): Omit<Message, "id">[] {
  const random = new RandomStream(shop.seed, "reminder message", person.serial);
  const orders = shop.ordersOf(person);
  return orders.flatMap((order, i) => {
    const next = orders[i + 1]?.day ?? Infinity;
    const day = reminderDay(person, orders, order.day);
    if (day === null || day >= next || day > LAST_DAY) return [];
    const channel = writtenChannel(person, day)!;
    const second = day * 86_400 + 11 * 3600 + random.integer(0, 3599);
    const events = next <= day + withinDays ? clicked(channel, second) : react(channel, second, false, random);
    return [{channel, campaignId, type: "emotional" as const, second, events}];
  });
}
