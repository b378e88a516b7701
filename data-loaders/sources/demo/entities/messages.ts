import {timestampOf} from "../calendar.ts";
import {messagesTo} from "../campaigns/messages-to.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import {isInside, type Window} from "./window.ts";

/** One row per message to one account. */
export function* messages(shop: Shop, window: Window): Generator<Cell[]> {
  for (const person of [...shop.buyers, ...shop.browsers])
    for (const {id, channel, campaignId, type, second} of messagesTo(shop, person))
      if (isInside(window, second)) yield [id, person.accounts[0]!.id, campaignId, channel, type, timestampOf(second)];
}

/** One row per thing that happens to a message. */
export function* messageEvents(shop: Shop, window: Window): Generator<Cell[]> {
  for (const person of [...shop.buyers, ...shop.browsers])
    for (const message of messagesTo(shop, person)) {
      if (!isInside(window, message.second)) continue;
      for (const {event, second} of message.events)
        if (isInside(window, second))
          yield [message.id, person.accounts[0]!.id, message.channel, event, timestampOf(second)];
    }
}
