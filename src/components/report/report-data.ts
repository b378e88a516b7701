import type {FieldUsageRow} from "../gaps/field-usage-row.ts";
import type {Need} from "../gaps/needs.ts";
import type {Manifest} from "../manifest.ts";
import type {Month} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {SourceMonthRow} from "../quality/quality-rows.ts";
import type {ReleaseHistory} from "../releases/restatements.ts";
import type {SegmentRow, SegmentSizeRow} from "../segment-rows.ts";
import type {LifeCycleRow, MonthlySalesRow} from "./monthly-rows.ts";
import type {MigrationLimitRow, MigrationRow, MoveCauseRow, ProjectionRow} from "./movement-rows.ts";
import type {SegmentReachRow} from "./segment-reach.ts";
import type {SlideRow, SlideTrendRow} from "./slide-rows.ts";

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
