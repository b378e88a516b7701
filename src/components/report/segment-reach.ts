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

const channels = ["email", "sms", "push", "call"] as const;
export type ReachChannel = (typeof channels)[number];

/** The channels of a segment at the end of a month, with the share of its people who agreed; null: withheld. */
export function listReach(
  rows: readonly SegmentReachRow[],
  month: Month,
  segment: string,
): (readonly [ReachChannel, number | null])[] {
  const time = monthDate(month).getTime();
  const own = rows.filter((row) => row.segment === segment && row.month.getTime() === time);
  return channels.flatMap((channel) => {
    const row = own.find((other) => other.channel === channel);
    return row ? [[channel, row.reachable === null ? null : row.reachable / row.customers] as const] : [];
  });
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
