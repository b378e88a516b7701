// Months are Dates at midnight UTC on their first day.

/** One row per month, measure and value: people by RFM sum, tier and engagement. */
export interface RfmScoreRow {
  month: Date;
  measure: "sum" | "tier" | "engagement_buyers" | "engagement_prospects";
  position: number;
  value: string;
  customers: number;
  net_revenue_window: number | null;
}

/** One row per month, look-back window and state. */
export interface SegmentWindowRow {
  month: Date;
  window_months: number;
  segment: string;
  customers: number;
  net_revenue: number | null;
  is_warming_up: boolean;
}
