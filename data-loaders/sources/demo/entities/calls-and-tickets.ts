import {timestampOf} from "../calendar.ts";
import {type CustomerContact, customerContacts} from "../contacts/customer-contacts.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import {isInside, type Window} from "./window.ts";

/** One row per call, in either direction. */
export function* calls(shop: Shop, window: Window): Generator<Cell[]> {
  for (const [i, contact] of ofKind(shop, "call"))
    if (isInside(window, contact.openedAt))
      yield [`A${200_001 + i}`, ...who(contact), contact.direction, contact.reason, ...times(contact, window)];
}

/** One row per ticket, from the site or by e-mail. */
export function* tickets(shop: Shop, window: Window): Generator<Cell[]> {
  for (const [i, contact] of ofKind(shop, "ticket"))
    if (isInside(window, contact.openedAt))
      yield [`D${300_001 + i}`, ...who(contact), contact.source, contact.reason, ...times(contact, window)];
}

function ofKind(shop: Shop, kind: CustomerContact["kind"]): Iterable<[number, CustomerContact]> {
  return customerContacts(shop)
    .filter((contact) => contact.kind === kind)
    .entries();
}

function who({order}: CustomerContact): [string, string] {
  return [order.account?.id ?? "", order.id];
}

/** What has not happened by the last day is empty. */
function times({openedAt, answeredAt, closedAt}: CustomerContact, window: Window): Cell[] {
  return [openedAt, answeredAt, closedAt].map((second) => (isInside(window, second) ? timestampOf(second) : ""));
}
