import {timestampOf} from "../calendar.ts";
import {type Cell, lira} from "../csv-file.ts";
import type {Shop} from "../shop.ts";
import {isInside, ordersInside, type Window} from "./window.ts";

/** One row per product of an order. */
export function* orderLines(shop: Shop, window: Window): Generator<Cell[]> {
  for (const order of ordersInside(shop, window)) {
    let lineNumber = 0;
    for (const {product, quantity, amount, discount} of order.lines) {
      lineNumber += 1;
      yield [order.id, lineNumber, product.id, quantity, lira(amount), lira(discount)];
    }
  }
}

/** One row per cancelled line. */
export function* cancellations(shop: Shop, window: Window): Generator<Cell[]> {
  for (const order of ordersInside(shop, window))
    for (const [i, {cancellation}] of order.lines.entries())
      if (cancellation !== null && isInside(window, cancellation.second))
        yield [order.id, i + 1, timestampOf(cancellation.second), cancellation.reason];
}

/** One row per line given back, wholly or in part. */
export function* returns(shop: Shop, window: Window): Generator<Cell[]> {
  for (const order of ordersInside(shop, window))
    for (const [i, {giveback}] of order.lines.entries())
      if (giveback !== null && isInside(window, giveback.second))
        yield [
          order.id,
          i + 1,
          timestampOf(giveback.second),
          giveback.quantity,
          lira(giveback.amount),
          giveback.reason,
        ];
}
