/** Rows of the published tables, as pages receive them. A month is a Date at midnight UTC on its first day. */

/** One row per state a customer can be in. */
export interface SegmentRow {
  order: number;
  key: string;
  label_tr: string;
  label_en: string;
  colour: string;
  kind: "segment" | "pool";
}

/** One row per month and state. Money is null where it is withheld (too few customers). */
export interface SegmentSizeRow {
  month: Date;
  segment: string;
  customers: number;
  net_revenue_window: number | null;
  order_count_window: number | null;
  net_revenue_month: number | null;
  order_count_month: number | null;
  is_warming_up: boolean;
}

/** One row per month, horizon and ordered pair of states. */
export interface MigrationRow {
  month: Date;
  horizon_months: number;
  from_segment: string;
  to_segment: string;
  customers: number;
  share_of_origin: number | null;
  revenue_at_stake: number | null;
  is_impossible: boolean;
}

/** One row per month, origin, destination, path and cause of a slide. */
export interface SlideRow {
  month: Date;
  from_segment: string;
  to_segment: string;
  path: string;
  cause: string;
  customers: number;
  revenue_at_stake: number | null;
}

/** One row per month: the headline series. */
export interface SlideTrendRow {
  month: Date;
  customers: number;
  customers_thresholds: number;
  base_customers: number;
  usual_customers: number | null;
  revenue_at_stake: number | null;
  is_warming_up: boolean;
  is_partial: boolean;
}

/** One row per month. */
export interface MonthlySalesRow {
  month: Date;
  net_revenue: number;
  gross_revenue: number;
  orders: number;
  customers: number;
  new_customers: number;
}

/** One row per month, dimension, value and segment (null for all segments together). */
export interface CustomerCubeRow {
  month: Date;
  dimension: string;
  value: string;
  segment: string | null;
  customers: number;
  orders: number | null;
  net_revenue: number | null;
}
