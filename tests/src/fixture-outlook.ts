import {addMonths, monthDate} from "../../src/components/month.ts";
import type {LifeCycleRow} from "../../src/components/report/monthly-rows.ts";
import type {
  MigrationLimitRow,
  MigrationRow,
  MoveCause,
  MoveCauseRow,
  ProjectionRow,
} from "../../src/components/report/movement-rows.ts";
import type {SlideTrendRow} from "../../src/components/report/slide-rows.ts";
import type {SegmentSizeRow} from "../../src/components/segment-rows.ts";

export const lifeCycleStates = [
  {key: "new", label: {tr: "Yeni", en: "New"}, colour: "#2A9D8F"},
  {key: "active", label: {tr: "Aktif", en: "Active"}, colour: "#2F7FB8"},
  {key: "lost", label: {tr: "Kayıp", en: "Lost"}, colour: "#9B2226"},
];

/** A range of one half to one and a half of the usual count, after six months with complete history. */
export function getLimits(trend: readonly SlideTrendRow[]): MigrationLimitRow[] {
  return trend.map((row) => {
    const before = trend.filter((other) => other.month < row.month && !other.is_warming_up);
    const base = row.base_customers || 1;
    const usual = row.usual_customers ?? 0;
    const isCharted = before.length >= 6;
    const [lower, upper] = [(usual * 0.5) / base, (usual * 1.5) / base];
    const verdict = row.customers > usual * 1.5 ? "above" : row.customers < usual * 0.5 ? "below" : "within";
    return {
      month: row.month,
      movement: "slide",
      from_segment: null,
      to_segment: null,
      customers: row.customers,
      base_customers: base,
      share: row.customers / base,
      baseline_months: before.length,
      p_lower: isCharted ? lower : null,
      p_upper: isCharted ? upper : null,
      xmr_lower: isCharted ? lower * 1.1 : null,
      xmr_upper: isCharted ? upper * 0.9 : null,
      verdict: row.is_partial ? "partial" : isCharted ? verdict : "too_short",
    };
  });
}

/** Movers get one cause by where they came from. */
export function getCauses(migration: readonly MigrationRow[]): MoveCauseRow[] {
  const causeOf = ({from_segment: from, to_segment: to}: MigrationRow): MoveCause =>
    from === "unknown"
      ? "first_seen"
      : ["lapsed", "prospect"].includes(from)
        ? "entered"
        : to === "lapsed"
          ? "left"
          : "ageing";
  return migration
    .filter((row) => row.horizon_months === 1 && row.from_segment !== row.to_segment && row.customers > 0)
    .map((row) => ({...row, cause: causeOf(row), is_restated_assessed: false}));
}

/** Tomorrow is like today, give or take a tenth; nothing is projected before the sixteenth month. */
export function getProjection(sizes: readonly SegmentSizeRow[], months: readonly string[]): ProjectionRow[] {
  const of = (month: string, segment: string) =>
    sizes.find((row) => row.segment === segment && row.month.getTime() === monthDate(month).getTime())?.customers;
  const segments = [...new Set(sizes.map((row) => row.segment))];
  return [1, 2, 3].flatMap((horizon) =>
    months.slice(15).flatMap((base) =>
      segments.map((segment) => {
        const expected = of(base, segment)!;
        const month = addMonths(base, horizon);
        return {
          month: monthDate(month),
          horizon_months: horizon,
          segment,
          expected,
          lower: expected * 0.9,
          upper: expected * 1.1,
          actual: of(month, segment) ?? null,
        };
      }),
    ),
  );
}

/** Ten more people a month are lost, and stay so. */
export function getLifeCycle(months: readonly string[]): LifeCycleRow[] {
  return months.flatMap((month, m) => {
    const sizes = {new: 100, active: 400, lost: 10 * m};
    const row = (state: string, from_state: string | null, customers: number): LifeCycleRow => ({
      month: monthDate(month),
      state,
      from_state,
      customers,
      orders: from_state === null ? customers : null,
      net_revenue: from_state === null && state !== "lost" ? customers * 100 : null,
    });
    const all = Object.entries(sizes).map(([state, customers]) => row(state, null, customers));
    return m === 0
      ? all
      : [...all, row("new", "unknown", 10), row("new", "new", 90), row("active", "new", 10), row("lost", "active", 10)];
  });
}
