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

/** One row per field of the data layer and published table that is computed from it, or one without a table. */
export interface FieldUsageRow {
  entity: string;
  field: string;
  is_required: boolean;
  is_filled: boolean;
  used_by: string | null;
}

/** What can lower a grade of quality. */
export type QualityReason =
  | "stray"
  | "rejected"
  | "range"
  | "orphan"
  | "repeated"
  | "needed"
  | "stale"
  | "silent"
  | "thin";

/** One row per source, entry point and measure. Rows are null where they are withheld. */
export interface SourceQualityRow {
  entity: string;
  entry_kind: "all" | "file" | "channel";
  entry: string;
  measure: string;
  subject: string;
  rows: number | null;
  of_rows: number;
}

/** One row per month and source, and per month for all together (`all`). */
export interface SourceMonthRow {
  month: Date;
  entity: string;
  accepted: number;
  usual_rows: number | null;
  rejected: number;
  orphans: number;
  out_of_range: number;
  needed_empty: number;
  silent_days: number;
  grade: "A" | "B" | "C" | "D";
  reason: QualityReason | null;
  reason_entity: string | null;
  reason_value: number | null;
}

/** One row per run and source, and per run for all together (`all`). */
export interface QualityTrendRow {
  run: number;
  as_of: Date;
  entity: string;
  is_current: boolean;
  adapter: string | null;
  files: number | null;
  records: number;
  accepted: number;
  rejected: number;
  declared: number;
  duplicates: number;
  repeated: number;
  orphans: number;
  out_of_range: number;
  needed_empty: number;
  newest_on: Date | null;
  days_behind: number | null;
  silent_days: number;
  grade: "A" | "B" | "C" | "D";
  reason: QualityReason | null;
  reason_entity: string | null;
  reason_value: number | null;
}

/** One row per figure about who is who; a change is null where no private state tells what was before. */
export interface IdentitySummaryRow {
  measure: "accounts" | "persons" | "linked" | "refused" | "merged" | "split" | "alias" | "anchor";
  kind: "all" | "email" | "phone" | "card" | "social" | "visitor";
  total: number | null;
}

/** Why somebody changed state within a month: the first that holds. */
export type MoveCause = "first_seen" | "entered" | "left" | "restated" | "thresholds" | "behaviour" | "ageing";

/** One row per month, ordered pair of different states a month apart, and cause. */
export interface MoveCauseRow {
  month: Date;
  from_segment: string;
  to_segment: string;
  cause: MoveCause;
  customers: number;
  revenue_at_stake: number | null;
}

/** Whether a movement is unusual, or why nothing is said about it. */
export type Verdict = "above" | "below" | "within" | "too_short" | "too_few" | "partial";

/** One row per month and watched movement; `slide` is the headline. Limits are shares of the base. */
export interface MigrationLimitRow {
  month: Date;
  movement: string;
  from_segment: string | null;
  to_segment: string | null;
  customers: number;
  base_customers: number;
  share: number | null;
  baseline_months: number;
  p_lower: number | null;
  p_upper: number | null;
  xmr_lower: number | null;
  xmr_upper: number | null;
  verdict: Verdict;
}

/** One row per month, horizon and state: who is expected, from the snapshot that many months before, and who is there. */
export interface ProjectionRow {
  month: Date;
  horizon_months: number;
  segment: string;
  expected: number;
  lower: number;
  upper: number;
  actual: number | null;
}

/** One row per month, state of the life cycle and state a month before (null: all of them). */
export interface LifeCycleRow {
  month: Date;
  state: string;
  from_state: string | null;
  customers: number;
  orders: number | null;
  net_revenue: number | null;
}

/** One row per month, measure and value: people by RFM sum, tier and engagement. */
export interface RfmScoreRow {
  month: Date;
  measure: "sum" | "tier" | "engagement_buyers" | "engagement_prospects";
  position: number;
  value: string;
  customers: number;
  net_revenue_window: number | null;
}

/** One row per month, measure and score: the value that earns it. */
export interface ScoreEdgeRow {
  month: Date;
  measure: "recency" | "frequency" | "monetary";
  score: number;
  edge: number | null;
  customers: number;
  tied_customers: number | null;
  is_missing: boolean;
  has_large_tie: boolean;
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

/** One row per span and number of orders. */
export interface OrderCountRow {
  span: "ever" | "window";
  orders: number;
  customers: number;
  at_least: number;
  is_open: boolean;
}

/** One row per recency class and row of the segment map: the segment that each score of recency would give. */
export interface RecencyFrequencyRow {
  to_days: number;
  segment_5: string;
  segment_4: string;
  segment_3: string;
  segment_2: string;
  segment_1: string;
  customers: number;
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

/** One row per state of the newest snapshot, level and category of products. */
export interface CategoryAffinityRow {
  segment: string;
  level: "subcategory" | "category" | "department";
  item: string;
  buyers: number;
  state_buyers: number;
  share: number;
  base_share: number;
  affinity: number;
}

/** One row per month of the first order and month since. */
export interface CohortRow {
  first_event: CohortEvent;
  then_event: CohortEvent;
  period: "month" | "quarter";
  cohort: Date;
  period_no: number;
  customers: number;
  customers_on: number;
  customers_on_or_after: number;
  events: number;
  net_revenue: number | null;
  net_revenue_per_customer: number | null;
  is_incomplete: boolean;
}

/** What customers do that can begin a cohort, and that they can come back to. */
export type CohortEvent = "order" | "registration" | "visit" | "open";

/** One row per order that customers reach; `is_open`: with every later one. */
export interface OrderLadderRow {
  order_no: number;
  is_open: boolean;
  gaps: number;
  completed: number | null;
  conversion: number | null;
  median_days_completed: number | null;
  median_days: number | null;
  low_days: number | null;
  high_days: number | null;
}

/** One row per number of days since an order. */
export interface ChurnCurveRow {
  /** 0: all orders; 1, 2, 3: which order of a customer; 4: the fourth and every later one. */
  order_no: number;
  days: number;
  next_orders: number;
  share_returned: number;
  gaps: number | null;
  silent: number | null;
  churn: number | null;
}

/** One row per alternative definition, state of the newest month under the report's definition and under the other. */
export interface DefinitionDiffRow {
  /** Null: the report's own, under which nobody moves. */
  alternative: string | null;
  from_segment: string;
  to_segment: string;
  customers: number;
}
