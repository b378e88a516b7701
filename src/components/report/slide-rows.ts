// Months are Dates at midnight UTC on their first day.

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
