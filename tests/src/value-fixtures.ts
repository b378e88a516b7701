import {addMonths, monthDate} from "../../src/components/month.ts";
import type {
  BacktestScoreRow,
  BacktestWeekRow,
  ChannelValueRow,
  CohortValueRow,
  SegmentValueRow,
  SlidingValueRow,
  ValueDecileRow,
  ValueModelRow,
} from "../../src/components/value/value-rows.ts";

const keys = [
  "champions",
  "loyal",
  "potential_loyalists",
  "new_customers",
  "promising",
  "need_attention",
  "about_to_sleep",
  "at_risk",
  "cant_lose",
  "hibernating",
];

/** Champions are expected to bring 1.2 M, every other segment half of the one before; the money of Can't Lose is withheld. */
export const segmentValues: SegmentValueRow[] = [null, ...keys].map((segment, i) => {
  const money = segment === "cant_lose" ? null : segment === null ? 2_400_000 : 2_400_000 / 2 ** i;
  return {
    segment,
    is_total: segment === null,
    customers: segment === null ? 1000 : 100,
    buyers: segment === null ? 1000 : 100,
    net_revenue: money && 3 * money,
    net_revenue_per_customer: money && (3 * money) / (segment === null ? 1000 : 100),
    order_count_window: segment === null ? 3000 : 1000 - 90 * i,
    net_revenue_window: money && 2 * money,
    alive_probability: money && 1 - i / 12,
    likely_alive: segment === null ? 700 : 100 - 9 * i,
    expected_purchases_6_months: money && money / 500,
    expected_purchases_12_months: money && money / 300,
    predicted_net_revenue_6_months: money && money / 1.8,
    low_6_months: money && money / 2,
    high_6_months: money && money / 1.6,
    predicted_net_revenue_12_months: money,
    low_12_months: money && 0.9 * money,
    high_12_months: money && money / 0.9,
  };
});

export const cohortValues: CohortValueRow[] = Array.from({length: 26}, (_, i) => ({
  cohort: monthDate(addMonths("2024-09", i)),
  customers: 40,
  net_revenue: i === 3 ? null : 40 * (3000 - 100 * i),
  likely_alive: 20 + Math.floor(i / 2),
  expected_purchases_12_months: 60,
  predicted_net_revenue_6_months: 40 * 500,
  predicted_net_revenue_12_months: 40 * (800 + 20 * i),
}));

export const valueDeciles: ValueDecileRow[] = Array.from({length: 10}, (_, i) => ({
  decile: i + 1,
  customers: 100,
  net_revenue: 100_000 * (10 - i),
  share: (10 - i) / 55,
  share_to_here: ((i + 1) * (20 - i)) / 110,
  gini: 0.3,
}));

export const slidingValues: SlidingValueRow[] = (["slid", "there"] as const).flatMap((kind) =>
  [1, 2, 3, 4].map((band) => ({
    kind,
    band,
    customers: 10 * band,
    expected_purchases_6_months: 40 / band,
    predicted_net_revenue_6_months: 40_000 / band,
  })),
);

export const channelValues: ChannelValueRow[] = [
  {
    channel: "google_ads",
    customers: 240,
    spend: 120_000,
    cost_per_customer: 500,
    payback_month_no: 0,
    last_month_no: 11,
  },
  {
    channel: "affiliate",
    customers: 40,
    spend: 80_000,
    cost_per_customer: 2000,
    payback_month_no: null,
    last_month_no: 8,
  },
  {channel: "seo", customers: 90, spend: null, cost_per_customer: null, payback_month_no: null, last_month_no: null},
].map((row) => ({
  ...row,
  from_month: monthDate("2025-11"),
  to_month: monthDate("2026-10"),
  net_revenue_per_customer: 1500,
  predicted_net_revenue_per_customer: 900,
}));

export const valueModels: ValueModelRow[] = [
  ["bg-nbd", ["r", "alpha", "a", "b"]],
  ["pareto-nbd", ["r", "alpha", "s", "beta"]],
  ["gamma-gamma", ["p", "q", "v"]],
].flatMap(([model, parameters]) =>
  (["all", "before"] as const).flatMap((period) =>
    (parameters as string[]).map((parameter, position) => ({
      period,
      model: model as string,
      parameter,
      position,
      status: "ok" as const,
      estimate: 0.25 * (position + 1),
      standard_error: 0.01,
      log_likelihood: -1234.5,
      customers: 1000,
      repeaters: 600,
      warnings: null,
      is_chosen: model !== "bg-nbd",
      reason: model === "pareto-nbd" ? "backtest" : null,
    })),
  ),
);

const methods = {"pareto-nbd": 1.04, "bg-nbd": 1.08, "same-rate": 1.65, "last-months": 0.8, linear: 1.3};

/** 1000 purchases and 500,000 of revenue came in the months held out, of eight classes of 50 customers. */
export const backtestScores: BacktestScoreRow[] = Object.entries(methods).flatMap(([method, factor]) => {
  const own = {
    method,
    customers: 400,
    mean_absolute_error: Math.abs(factor - 1) + 0.8,
    root_mean_square_error: 2,
    class_error: Math.abs(factor - 1) + 0.05,
    is_chosen: method === "pareto-nbd",
    reason: method === "pareto-nbd" ? "backtest" : null,
  };
  return [
    {...own, measure: "purchases" as const, frequency: null, actual: 1000, expected: 1000 * factor},
    ...Array.from({length: 8}, (_, frequency) => ({
      ...own,
      measure: "purchases" as const,
      frequency,
      customers: 50,
      actual: 125,
      expected: 125 * factor,
      mean_absolute_error: null,
      root_mean_square_error: null,
      class_error: null,
    })),
    {...own, measure: "revenue" as const, frequency: null, actual: 500_000, expected: 400_000 * factor},
  ];
});

export const backtestWeeks: BacktestWeekRow[] = Array.from({length: 80}, (_, i) => ({
  week: new Date(Date.UTC(2025, 3, 1) + i * 7 * 86_400_000),
  days: i === 79 ? 3 : 7,
  is_held_out: i >= 54,
  method: "pareto-nbd",
  actual: i === 79 ? 20 : 100 + (i % 5),
  expected: 98,
  actual_to_date: 100 * (i + 1),
  expected_to_date: 98 * (i + 1),
}));
