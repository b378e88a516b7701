/** One row per state of the newest month, and one for everybody. Money is null where it is withheld, or nothing predicts it. */
export interface SegmentValueRow {
  segment: string | null;
  is_total: boolean;
  customers: number;
  buyers: number;
  net_revenue: number | null;
  net_revenue_per_customer: number | null;
  order_count_window: number;
  net_revenue_window: number | null;
  alive_probability: number | null;
  likely_alive: number | null;
  expected_purchases_6_months: number | null;
  expected_purchases_12_months: number | null;
  predicted_net_revenue_6_months: number | null;
  low_6_months: number | null;
  high_6_months: number | null;
  predicted_net_revenue_12_months: number | null;
  low_12_months: number | null;
  high_12_months: number | null;
}

/** One row per cohort. */
export interface CohortValueRow {
  cohort: Date;
  customers: number;
  net_revenue: number | null;
  likely_alive: number | null;
  expected_purchases_12_months: number | null;
  predicted_net_revenue_6_months: number | null;
  predicted_net_revenue_12_months: number | null;
}

/** One row per tenth of the customers, those with most net revenue first. */
export interface ValueDecileRow {
  decile: number;
  customers: number;
  net_revenue: number | null;
  share: number | null;
  share_to_here: number | null;
  gini: number | null;
}

/** One row per acquisition channel. */
export interface ChannelValueRow {
  channel: string;
  from_month: Date;
  to_month: Date;
  customers: number | null;
  spend: number | null;
  cost_per_customer: number | null;
  net_revenue_per_customer: number | null;
  predicted_net_revenue_per_customer: number | null;
  payback_month_no: number | null;
  last_month_no: number | null;
}

/** One row per group (slid in the newest month, or is in a segment that slides lead to) and band of P(alive). */
export interface SlidingValueRow {
  kind: "slid" | "there";
  band: number;
  customers: number;
  expected_purchases_6_months: number | null;
  predicted_net_revenue_6_months: number | null;
}

/** One row per period, model and parameter. */
export interface ValueModelRow {
  period: "all" | "before";
  model: string;
  parameter: string;
  position: number;
  status: "ok" | "too_few" | "not_converged";
  estimate: number | null;
  standard_error: number | null;
  log_likelihood: number | null;
  customers: number;
  repeaters: number;
  warnings: string | null;
  is_chosen: boolean;
  reason: string | null;
}

/** One row per measure, method and class of frequency; null: all customers. */
export interface BacktestScoreRow {
  measure: "purchases" | "revenue";
  method: string;
  frequency: number | null;
  customers: number;
  actual: number | null;
  expected: number | null;
  mean_absolute_error: number | null;
  root_mean_square_error: number | null;
  class_error: number | null;
  is_chosen: boolean;
  reason: string | null;
}

/** One row per week and model. */
export interface BacktestWeekRow {
  week: Date;
  days: number;
  is_held_out: boolean;
  method: string;
  actual: number;
  expected: number;
  actual_to_date: number;
  expected_to_date: number;
}
