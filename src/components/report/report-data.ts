import type {Need} from "../gaps/needs.ts";
import type {Manifest} from "../manifest.ts";
import type {Month} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {ReleaseHistory} from "../releases/restatements.ts";
import type {
  FieldUsageRow,
  LifeCycleRow,
  MigrationLimitRow,
  MigrationRow,
  MonthlySalesRow,
  MoveCauseRow,
  ProjectionRow,
  SegmentRow,
  SegmentSizeRow,
  SlideRow,
  SlideTrendRow,
  SourceMonthRow,
} from "../tables.ts";
import type {SegmentReachRow} from "./segment-reach.ts";

/** The published tables that a report reads, whole. */
export interface ReportData extends ReleaseHistory {
  manifest: Manifest;
  segments: SegmentRow[];
  sizes: SegmentSizeRow[];
  migration: MigrationRow[];
  slides: SlideRow[];
  trend: SlideTrendRow[];
  limits: MigrationLimitRow[];
  causes: MoveCauseRow[];
  projection: ProjectionRow[];
  lifeCycle: LifeCycleRow[];
  sales: MonthlySalesRow[];
  usage: FieldUsageRow[];
  quality: SourceMonthRow[];
  reach: SegmentReachRow[];
}

/** What each block of a report is given beside its own figures. */
export interface ReportContext extends PageContext {
  month: Month;
  previous: Month;
  /** Whether there is a snapshot one month earlier. */
  hasPrevious: boolean;
  isPartial: boolean;
  isWarmingUp: boolean;
  /** Quality of the month's data, A to D. */
  grade: string | null;
  /** What the shop does not deliver of what the report uses. */
  missing: readonly Need[];
  /** For charts drawn by Plot. */
  document: Document;
}
