// Months are Dates at midnight UTC on their first day.

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
