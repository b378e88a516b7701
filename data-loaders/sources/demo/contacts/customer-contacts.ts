import {RandomStream} from "../../../stats/random/random-stream.ts";
import type {Shop} from "../shop.ts";
import type {Order} from "../shopping/order.ts";

/** A call or a ticket about an order. */
export interface CustomerContact {
  readonly order: Order;
  readonly kind: "call" | "ticket";
  readonly direction: "inbound" | "outbound";
  readonly reason: "complaint" | "information" | "transaction";
  readonly source: "phone" | "site" | "email";
  readonly openedAt: number;
  readonly answeredAt: number;
  readonly closedAt: number;
}

/** All calls and tickets by time: late parcels and faulty goods lead to complaints, everything else is chance. */
export function customerContacts(shop: Shop): CustomerContact[] {
  const contacts: CustomerContact[] = [];
  for (const person of shop.buyers) {
    const random = new RandomStream(shop.seed, "contacts", person.serial);
    for (const [i, order] of shop.ordersOf(person).entries()) {
      const complains = complaintSecond(order, random);
      if (complains !== null) contacts.push(contact(order, "complaint", complains, random));
      const draw = random.uniform();
      const soon = order.second + 1800 + Math.floor(random.exponential(26 * 3600));
      if (draw < 0.032) contacts.push(contact(order, "information", soon, random));
      else if (draw < 0.055) contacts.push(contact(order, "transaction", soon, random));
      else if (i === 0 && draw < 0.14 && order.delivery !== null)
        contacts.push(satisfactionCall(order, order.delivery.actualDay + 2, random));
    }
  }
  return contacts.sort((a, b) => a.openedAt - b.openedAt || (a.order.id < b.order.id ? -1 : 1));
}

function complaintSecond(order: Order, random: RandomStream): number | null {
  const lateDays = order.delivery === null ? 0 : order.delivery.actualDay - order.delivery.promisedDay;
  const faulty = order.lines.find((line) => line.giveback?.reason === "faulty")?.giveback;
  const becauseLate = random.chance(lateDays >= 5 ? 0.34 : lateDays >= 2 ? 0.16 : 0);
  const becauseFaulty = random.chance(faulty ? 0.22 : 0);
  const office = random.integer(9 * 3600, 19 * 3600);
  if (becauseLate) return (order.delivery!.promisedDay + 2) * 86_400 + office;
  return becauseFaulty ? faulty!.second - 86_400 : null;
}

function contact(
  order: Order,
  reason: CustomerContact["reason"],
  openedAt: number,
  random: RandomStream,
): CustomerContact {
  if (random.chance(0.58)) {
    const answeredAt = openedAt + 10 + Math.floor(random.exponential(reason === "complaint" ? 190 : 90));
    const closedAt = answeredAt + 60 + Math.floor(random.exponential(280));
    return {order, kind: "call", direction: "inbound", reason, source: "phone", openedAt, answeredAt, closedAt};
  }
  const source = random.chance(0.6) ? "site" : "email";
  const answeredAt = openedAt + 900 + Math.floor(random.exponential(reason === "complaint" ? 30_000 : 15_000));
  const closedAt = answeredAt + 600 + Math.floor(random.exponential(reason === "complaint" ? 120_000 : 30_000));
  return {order, kind: "ticket", direction: "inbound", reason, source, openedAt, answeredAt, closedAt};
}

function satisfactionCall(order: Order, day: number, random: RandomStream): CustomerContact {
  const openedAt = day * 86_400 + random.integer(10 * 3600, 18 * 3600);
  const answeredAt = openedAt + random.integer(5, 40);
  const closedAt = answeredAt + random.integer(60, 420);
  return {
    order,
    kind: "call",
    direction: "outbound",
    reason: "information",
    source: "phone",
    openedAt,
    answeredAt,
    closedAt,
  };
}
