import {dateOf} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import {socialHandle} from "../people/contact.ts";
import type {Shop} from "../shop.ts";
import {cardToken} from "./orders.ts";
import {accountsInside, type Window} from "./window.ts";

/** One row per account and identifier, as typed, with the day on which it was first seen. */
export function* identifiers(shop: Shop, window: Window): Generator<Cell[]> {
  for (const account of accountsInside(shop, window)) {
    const {id, person, registeredDay, openedIn, email, phone} = account;
    const opened = dateOf(registeredDay);
    if (email !== "") yield [id, "email", email, openedIn, opened];
    if (phone !== "") yield [id, "phone", phone, openedIn, opened];
    const handle = socialHandle(person);
    if (handle !== "" && person.accounts[0] === account) yield [id, "social", handle, "social", opened];
    const cards = new Set<string>();
    for (const order of shop.ordersOf(person)) {
      if (order.account !== account || order.day > window.lastDay) continue;
      const card = cardToken(person.serial, order.payment);
      if (card === "" || cards.has(card)) continue;
      cards.add(card);
      yield [id, "card", card, order.channel, dateOf(order.day)];
    }
  }
}
