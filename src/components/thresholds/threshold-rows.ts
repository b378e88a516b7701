// Months are Dates at midnight UTC on their first day.

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

/** One row per alternative definition, state of the newest month under the report's definition and under the other. */
export interface DefinitionDiffRow {
  /** Null: the report's own, under which nobody moves. */
  alternative: string | null;
  from_segment: string;
  to_segment: string;
  customers: number;
}
