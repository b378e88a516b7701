// Months are Dates at midnight UTC on their first day.

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

/** One row per segment of the newest month (null: all), dimension and value of its people's last order. */
export interface SegmentProfileRow {
  segment: string | null;
  dimension: "total" | "time" | "payment" | "coupon";
  value: string;
  customers: number;
  orders: number | null;
  units: number | null;
}
