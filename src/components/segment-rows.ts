// Months are Dates at midnight UTC on their first day.

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
