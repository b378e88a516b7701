import {RandomStream} from "../../../stats/random/random-stream.ts";
import {LAST_DAY} from "../calendar.ts";
import {mayReach} from "../people/may-reach.ts";
import type {Person} from "../people/person.ts";
import type {Shop} from "../shop.ts";
import {experimentMessages} from "./experiment-messages.ts";
import {mailings} from "./mailings.ts";
import {type Message, react} from "./message.ts";
import {reminderMessages} from "./reminder-messages.ts";

const MORNING = 10 * 3600;

/** Every message that a person gets, with what becomes of it; by kind, and by time within a kind. */
export function messagesTo(shop: Shop, person: Person): Message[] {
  const random = new RandomStream(shop.seed, "messages", person.serial);
  const orderDays = shop.ordersOf(person).map((order) => order.day);
  const messages: Message[] = [];
  const send = (message: Omit<Message, "id">) =>
    messages.push({id: `B${person.serial.toString(36)}.${messages.length + 1}`, ...message});
  let last = -1;
  for (const {day, channel, campaign, group} of mailings) {
    if (day <= person.registeredDay || (group !== null && person.serial % 5 !== group)) continue;
    if (!mayReach(person, channel, day)) continue;
    while (last + 1 < orderDays.length && orderDays[last + 1]! < day) last += 1;
    const quietDays = day - (last < 0 ? person.registeredDay : orderDays[last]!);
    const second = day * 86_400 + MORNING + random.integer(0, 3599);
    const events = react(channel, second, quietDays < 120, random);
    send({channel, campaignId: campaign?.id ?? "", type: campaign?.messageType ?? "promotional", second, events});
  }
  for (const message of experimentMessages(shop, person)) send(message);
  for (const message of reminderMessages(shop, person)) send(message);
  if (person.unsubscribesDay <= LAST_DAY) {
    const second = person.unsubscribesDay * 86_400 + MORNING + random.integer(0, 3599);
    const open = second + 60 + random.integer(0, 7200);
    const events = [
      {event: "sent", second},
      {event: "delivered", second: second + 4},
      {event: "open", second: open},
      {event: "unsubscribe", second: open + 20},
    ] as const;
    send({channel: "email", campaignId: "", type: "promotional", second, events});
  }
  return messages;
}
