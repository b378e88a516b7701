import {type Month, monthDate} from "../month.ts";
import type {SegmentLookup, SegmentState} from "../segment-lookup.ts";
import type {SegmentSizeRow} from "../segment-rows.ts";

/** A segment in a month, in totals and averages. Money is null where it is withheld. */
export interface SegmentProfile {
  state: SegmentState;
  customers: number;
  share: number;
  revenue: number | null;
  revenueShare: number | null;
  orders: number | null;
  averageOrder: number | null;
  ordersPerCustomer: number | null;
  revenuePerCustomer: number | null;
}

/** The profile of every segment, strongest first; shares are of the segments together. */
export function getProfiles(rows: readonly SegmentSizeRow[], month: Month, names: SegmentLookup): SegmentProfile[] {
  const time = monthDate(month).getTime();
  const byKey = new Map(rows.filter((row) => row.month.getTime() === time).map((row) => [row.segment, row]));
  const members = names.segments.map((state) => ({state, row: byKey.get(state.key)}));
  const customers = members.reduce((sum, {row}) => sum + (row?.customers ?? 0), 0);
  const revenue = members.reduce((sum, {row}) => sum + (row?.net_revenue_window ?? 0), 0);
  return members.map(({state, row}) => {
    const n = row?.customers ?? 0;
    const money = row ? row.net_revenue_window : 0;
    const orders = row ? row.order_count_window : 0;
    return {
      state,
      customers: n,
      share: ratio(n, customers) ?? 0,
      revenue: money,
      revenueShare: ratio(money, revenue),
      orders,
      averageOrder: ratio(money, orders),
      ordersPerCustomer: ratio(orders, n),
      revenuePerCustomer: ratio(money, n),
    };
  });
}

function ratio(a: number | null, b: number | null): number | null {
  return a === null || b === null || b === 0 ? null : a / b;
}
