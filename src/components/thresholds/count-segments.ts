import type {RecencyFrequencyRow} from "./threshold-rows.ts";

/** Largest days for the recency scores 5, 4, 3 and 2, rising. */
export type RecencyEdges = readonly [number, number, number, number];

/** People in each segment if recency were scored by these edges (right-closed); every edge is the end of a class. */
export function countSegments(rows: readonly RecencyFrequencyRow[], edges: RecencyEdges): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const segment = segmentAt(row, edges);
    counts.set(segment, (counts.get(segment) ?? 0) + row.customers);
  }
  return counts;
}

function segmentAt(row: RecencyFrequencyRow, [five, four, three, two]: RecencyEdges): string {
  if (row.to_days <= five) return row.segment_5;
  if (row.to_days <= four) return row.segment_4;
  if (row.to_days <= three) return row.segment_3;
  return row.to_days <= two ? row.segment_2 : row.segment_1;
}
