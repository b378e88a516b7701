import type {Format} from "../../format.ts";
import type {LeverName} from "./lever-row.ts";

/** ₺3,457 an order, 2.7 units, 283 units, 6.5 orders. */
export function formatLever(lever: LeverName, value: number, f: Format): string {
  return lever === "basket_value" ? f.money(value) : f.decimal(value, value < 100 ? 1 : 0);
}
