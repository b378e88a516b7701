// Months are Dates at midnight UTC on their first day.

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
  /** Of all rows of a month the same; false: that nobody is `restated` says nothing. */
  is_restated_assessed: boolean;
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
