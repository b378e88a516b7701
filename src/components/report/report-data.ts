import type {Manifest} from "../manifest.ts";
import type {Month} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {MigrationRow, MonthlySalesRow, SegmentRow, SegmentSizeRow, SlideRow, SlideTrendRow} from "../tables.ts";

/** The published tables that a report reads, whole. */
export interface ReportData {
  manifest: Manifest;
  segments: SegmentRow[];
  sizes: SegmentSizeRow[];
  migration: MigrationRow[];
  slides: SlideRow[];
  trend: SlideTrendRow[];
  sales: MonthlySalesRow[];
}

/** What each block of a report is given beside its own figures. */
export interface ReportContext extends PageContext {
  month: Month;
  previous: Month;
  /** Whether there is a snapshot one month earlier. */
  hasPrevious: boolean;
  isPartial: boolean;
  isWarmingUp: boolean;
  /** For charts drawn by Plot. */
  document: Document;
}
