import {dateOf} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import {accountsInside, type Window} from "./window.ts";

/** One row per account. Consents are as of the last day. */
export function* customers(shop: Shop, window: Window): Generator<Cell[]> {
  for (const {id, person, registeredDay, email, phone, firstName, lastName} of accountsInside(shop, window))
    yield [
      id,
      dateOf(registeredDay),
      person.statesGender ? person.gender : "unknown",
      person.statesBirthYear ? person.birthYear : "",
      person.city.name,
      person.source,
      email,
      phone,
      firstName,
      lastName,
      String(person.emailConsent && person.unsubscribesDay > window.lastDay),
      String(person.smsConsent),
    ];
}
