/** Rows of the published tables of retention, as pages receive them. Days are Dates at midnight UTC. */

/** One row per attribute of the first order, value, cohort (null: all together) and quarters since. */
export interface CohortGroupRow {
  dimension: "source" | "first_category";
  value: string;
  cohort: Date | null;
  quarter_no: number;
  customers: number;
  customers_on: number | null;
  net_revenue_per_customer: number | null;
  is_incomplete: boolean;
}

/** One row per kind of order: how many were followed by another, and how soon. */
export interface PurchaseLagRow {
  dimension: "ordinal" | "category" | "first_value" | "first_category";
  value: string;
  lowest_value: number | null;
  gaps: number;
  completed: number | null;
  median_days: number | null;
  low_days: number | null;
  high_days: number | null;
  known: number;
  within_30: number | null;
  within_60: number | null;
  within_90: number | null;
}

/** One row per kind of event, span of days (0: ever) and number of events. */
export interface EventCountRow {
  event: "order" | "visit" | "open";
  span_days: number;
  events: number;
  customers: number;
  is_open: boolean;
}

export type ChurnCondition =
  | "unsubscribe"
  | "complaint"
  | "return"
  | "late_delivery"
  | "very_late_delivery"
  | "no_visit";

/** One row per thing that happened between two orders. */
export interface ChurnConditionRow {
  condition: ChurnCondition;
  gaps: number | null;
  silent: number | null;
  churn: number | null;
  low: number | null;
  high: number | null;
  base_churn: number | null;
  lift: number | null;
  median_days: number | null;
}

export type ChurnBehaviour = ChurnCondition | "quiet" | "single_order" | "one_category" | "coupon_first";

/** One row per behaviour, of those who were lost and those who stayed. */
export interface ChurnBehaviourRow {
  behaviour: ChurnBehaviour;
  lost: number;
  lost_with: number;
  kept: number;
  kept_with: number;
  lost_share: number;
  kept_share: number;
  lift: number | null;
  alike_share: number | null;
  alike_lift: number | null;
}

/** One row per month: who ordered again after a long silence. */
export interface WinBackRow {
  month: Date;
  silent_before: number;
  silenced: number;
  customers: number;
  net_revenue: number | null;
  is_incomplete: boolean;
}
