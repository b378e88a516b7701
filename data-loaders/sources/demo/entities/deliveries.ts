import {dateOf} from "../calendar.ts";
import type {Cell} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import {ordersInside, type Window} from "./window.ts";

/** One row per shipped order; the actual day is empty while the parcel is on its way. */
export function* deliveries(shop: Shop, window: Window): Generator<Cell[]> {
  for (const {id, delivery, city} of ordersInside(shop, window)) {
    if (delivery === null || delivery.shippedDay > window.lastDay) continue;
    const {carrier, shippedDay, promisedDay, actualDay} = delivery;
    const arrived = actualDay <= window.lastDay;
    yield [
      id,
      carrier,
      city.region,
      city.name,
      dateOf(shippedDay),
      dateOf(promisedDay),
      arrived ? dateOf(actualDay) : "",
    ];
  }
}
