import type {CategoryAffinityRow} from "../baskets/affinity/category-affinity-row.ts";
import type {CustomerCubeRow, SegmentProfileRow} from "./profile-rows.ts";

/** A value's share of a segment's people, beside its share of everybody. */
export interface Share {
  value: string;
  share: number;
  /** Among everybody; null where it is not published. */
  base: number | null;
}

export const OTHER = "other";
const UNKNOWN = "unknown";

/** Attributes of the customers at the snapshot: shares of the segment's people, the largest first; the base is all segments. */
export function getAttributeShares(
  cube: readonly CustomerCubeRow[],
  {
    dimension,
    segment,
    segments,
    month,
  }: {dimension: string; segment: string; segments: ReadonlySet<string>; month: Date},
): Share[] {
  const own = cube.filter(
    (row) =>
      row.dimension === dimension &&
      row.segment !== null &&
      segments.has(row.segment) &&
      row.month.getTime() === month.getTime(),
  );
  return compare(
    own.filter((row) => row.segment === segment),
    own,
  );
}

/** The same of the last order: how it was paid, when, with a coupon or without; the base is everybody who ordered. */
export function getOrderShares(
  rows: readonly SegmentProfileRow[],
  dimension: SegmentProfileRow["dimension"],
  segment: string,
): Share[] {
  const own = rows.filter((row) => row.dimension === dimension);
  return compare(
    own.filter((row) => row.segment === segment),
    own.filter((row) => row.segment === null),
  );
}

/** Categories that the segment's buyers bought from: a customer counts in each of them. */
export function getCategoryShares(rows: readonly CategoryAffinityRow[], segment: string): Share[] {
  return rows
    .filter((row) => row.level === "category" && row.segment === segment)
    .map(({item, share, base_share}) => ({value: item, share, base: base_share}))
    .sort(byShare);
}

/** Values that stand out: known ones, with the most points more than everybody; at least `least` points more. */
export function listOutstanding<T extends Share>(shares: readonly T[], least = 0.03): T[] {
  return shares
    .filter(({value, share, base}) => value !== OTHER && value !== UNKNOWN && base !== null && share - base >= least)
    .sort((a, b) => b.share - b.base! - (a.share - a.base!) || byShare(a, b));
}

interface Counted {
  value: string;
  customers: number;
}

function compare(own: readonly Counted[], all: readonly Counted[]): Share[] {
  const base = toShares(all);
  return [...toShares(own)].map(([value, share]) => ({value, share, base: base.get(value) ?? null})).sort(byShare);
}

function toShares(rows: readonly Counted[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const {value, customers} of rows) sums.set(value, (sums.get(value) ?? 0) + customers);
  const total = [...sums.values()].reduce((sum, customers) => sum + customers, 0);
  return new Map([...sums].map(([value, customers]) => [value, customers / total]));
}

function byShare(a: Share, b: Share): number {
  return b.share - a.share || (a.value < b.value ? -1 : 1);
}
