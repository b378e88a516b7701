import type {ChurnCurveRow} from "../../../../src/components/churn/churn-curve-row.ts";
import type {OrderLadderRow} from "../../../../src/components/frequency/order-ladder-row.ts";
import {addMonths, monthDate} from "../../../../src/components/month.ts";
import type {CohortEvent, CohortRow} from "../../../../src/components/retention/cohort-row.ts";

/** A triangle of cohorts of a hundred; the newest month is not over. Each has fewer who come back than the one before. */
export function cohortRows(count: number, from: CohortEvent = "order", to: CohortEvent = "order"): CohortRow[] {
  return Array.from({length: count}, (_, i) =>
    Array.from({length: count - i}, (_, periodNo): CohortRow => {
      const on = periodNo === 0 ? 100 : 60 - 5 * i - periodNo;
      return {
        first_event: from,
        then_event: to,
        period: "month",
        cohort: monthDate(addMonths("2025-01", i)),
        period_no: periodNo,
        customers: 100,
        customers_on: on,
        customers_on_or_after: Math.min(100, on + 5),
        events: on,
        net_revenue: 10 * on,
        net_revenue_per_customer: i === 1 ? null : 12.5 * (periodNo + 1),
        is_incomplete: i + periodNo === count - 1,
      };
    }),
  ).flat();
}

export const ladder: OrderLadderRow[] = [
  [1, false, 1000, 400, 0.4, 40, null],
  [2, false, 400, 240, 0.6, 35, 60],
  [3, false, 240, 168, 0.7, 30, 44],
  [4, false, 168, 126, 0.75, 25, 31.5],
  [4, true, 500, 400, 0.8, 20, 24],
].map(([order_no, is_open, gaps, completed, conversion, median_days_completed, median_days]) => ({
  order_no: order_no as number,
  is_open: is_open as boolean,
  gaps: gaps as number,
  completed: completed as number,
  conversion: conversion as number,
  median_days_completed: median_days_completed as number,
  median_days: median_days as number | null,
  low_days: median_days === null ? 200 : (median_days as number) - 2,
  high_days: median_days === null ? null : (median_days as number) + 2,
}));

/** The curve of all orders and of each kind; later orders are followed sooner. */
export const churn = [0, 1, 2, 3, 4].flatMap((order_no) =>
  Array.from({length: 300}, (_, days): ChurnCurveRow => {
    const gaps = days > 200 ? null : 1000 - 4 * days;
    const share = 0.4 + days / 1000;
    return {
      order_no,
      days,
      next_orders: 300 - days,
      share_returned: Math.min(0.7, (days * (1 + order_no / 10)) / 100),
      gaps,
      silent: gaps && Math.round(gaps * share),
      churn: gaps && share,
    };
  }),
);
