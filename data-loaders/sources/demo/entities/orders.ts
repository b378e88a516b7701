import {timestampOf} from "../calendar.ts";
import {type Cell, lira} from "../csv-file.ts";
import {typePhone} from "../people/contact.ts";
import type {Shop} from "../shop.ts";
import {ordersInside, type Window} from "./window.ts";

/** One row per order. A guest order has no customer, but an e-mail and a phone; cards are tokens, never numbers. */
export function* orders(shop: Shop, window: Window): Generator<Cell[]> {
  for (const order of ordersInside(shop, window))
    yield [
      order.id,
      order.account?.id ?? "",
      timestampOf(order.second),
      order.channel,
      order.device,
      order.city.name,
      order.payment,
      order.coupon,
      lira(order.shipping),
      "TRY",
      order.account === null ? order.person.email : "",
      order.account === null ? typePhone(order.person.phone, order.day) : "",
      cardToken(order.person.serial, order.payment),
    ];
}

/** Stands for one person's credit or debit card; empty for other payments. */
export function cardToken(serial: number, payment: string): string {
  if (payment !== "credit_card" && payment !== "debit_card") return "";
  const card = serial * 2 + (payment === "credit_card" ? 0 : 1);
  return `tok_${((card * 48_271 + 11) % 2_147_483_647).toString(36).padStart(6, "0")}`;
}
