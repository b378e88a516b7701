import {dateOf} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import type {Window} from "./window.ts";

/** One row per change of a consent: given or refused when registering, withdrawn by the link in a newsletter. */
export function* consents(shop: Shop, window: Window): Generator<Cell[]> {
  for (const {id, person, registeredDay} of shop.accounts) {
    if (registeredDay > window.lastDay) continue;
    const date = dateOf(registeredDay);
    yield [id, "email", person.emailConsent ? "granted" : "refused", "registration", date];
    yield [id, "sms", person.smsConsent ? "granted" : "refused", "registration", date];
    if (person.favouriteChannel === "mobile_app") yield [id, "push", "granted", "app", date];
    if (person.unsubscribesDay <= window.lastDay && registeredDay <= person.unsubscribesDay)
      yield [id, "email", "withdrawn", "unsubscribe_link", dateOf(person.unsubscribesDay)];
  }
}
