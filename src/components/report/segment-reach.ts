import {type Month, monthDate} from "../month.ts";

/** A row of `segment-reach`: people who agreed to a channel; `any`: to one at least. */
export interface SegmentReachRow {
  month: Date;
  segment: string;
  channel: string;
  customers: number;
  /** Null: withheld. */
  reachable: number | null;
}

/** By segment, who can be reached by any channel at the end of a month; undefined where no source has consents. */
export function findReach(
  rows: readonly SegmentReachRow[],
  month: Month,
): ReadonlyMap<string, SegmentReachRow> | undefined {
  const time = monthDate(month).getTime();
  const found = rows.filter((row) => row.channel === "any" && row.month.getTime() === time);
  return found.length ? new Map(found.map((row) => [row.segment, row])) : undefined;
}
