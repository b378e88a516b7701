/** What revenue is made of: value per order, units per order, orders per customer. */
export type LeverName = "basket_value" | "items_per_basket" | "frequency";

type Target = {
  [K in LeverName as `${K}_target` | `${K}_gain`]: number | null;
} & {
  /** A segment's key, or `shop`. */
  [K in LeverName as `${K}_target_from`]: string | null;
};

/** One row for all buyers of the window, one per segment of them and one per category; null: withheld, or not known. */
export interface LeverRow extends Target {
  dimension: "all" | "segment" | "category";
  value: string;
  customers: number;
  orders: number;
  gross_basket_value: number | null;
  basket_value: number | null;
  items_per_basket: number | null;
  frequency: number;
  return_rate_orders: number | null;
  return_rate_units: number | null;
  return_rate_value: number | null;
}
