import type {PurchaseRow} from "../../../../data-loaders/stats/btyd/purchase-row.ts";

/** A customer by x, t_x and T. */
export function purchaseRow(frequency: number, ageAtLastPurchase: number, age: number): PurchaseRow {
  return {frequency, ageAtLastPurchase, age};
}

/** `purchaseRows([x, t_x, T, customers], …)` */
export function purchaseRows(...rows: [number, number, number, number][]): PurchaseRow[] {
  return rows.map(([frequency, ageAtLastPurchase, age, customers]) => ({frequency, ageAtLastPurchase, age, customers}));
}
