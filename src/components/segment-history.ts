import {type Month, monthDate, monthOf} from "./month.ts";
import type {SegmentSizeRow} from "./segment-rows.ts";

export interface SegmentMonth {
  month: Month;
  customers: number;
  isWarmingUp: boolean;
}

/** The sizes of a state over the up to n months that end with the month, oldest first. */
export function segmentHistory(rows: readonly SegmentSizeRow[], key: string, month: Month, n: number): SegmentMonth[] {
  const end = monthDate(month);
  return rows
    .filter((row) => row.segment === key && row.month <= end)
    .sort((a, b) => a.month.getTime() - b.month.getTime())
    .slice(-n)
    .map((row) => ({month: monthOf(row.month), customers: row.customers, isWarmingUp: row.is_warming_up}));
}

/** The sizes of every state in a month. */
export function sizesOf(rows: readonly SegmentSizeRow[], month: Month): Map<string, number> {
  const time = monthDate(month).getTime();
  return new Map(rows.filter((row) => row.month.getTime() === time).map((row) => [row.segment, row.customers]));
}
