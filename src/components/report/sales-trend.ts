import {chartCard, responsive} from "../charts/chart-card.ts";
import {type MonthBar, monthBars} from "../charts/month-bars.ts";
import {type Markup, markup} from "../markup.ts";
import {addMonths, monthDate, monthOf} from "../month.ts";
import type {MonthlySalesRow} from "./monthly-rows.ts";
import type {ReportContext} from "./report-data.ts";

/** Net revenue per month, up to 24 months, each against the same month a year before. */
export function salesTrend(rows: readonly MonthlySalesRow[], context: ReportContext): Markup {
  const {t, f, month, isPartial, missing, document} = context;
  const unsubtracted = missing.filter((need) => need === "cancellations" || need === "returns");
  const byMonth = new Map(rows.map((row) => [monthOf(row.month), row]));
  const until = rows
    .filter((row) => row.month <= monthDate(month))
    .sort((a, b) => a.month.getTime() - b.month.getTime())
    .slice(-24);
  if (until.length === 0) return markup``;
  const yearBefore = (row: MonthlySalesRow) => byMonth.get(addMonths(monthOf(row.month), -12))?.net_revenue ?? null;
  const bars: MonthBar[] = until.map((row) => ({
    month: monthOf(row.month),
    value: row.net_revenue,
    reference: yearBefore(row),
    isHatched: isPartial && row === until.at(-1),
  }));
  const now = until.at(-1)!;
  const before = yearBefore(now);
  const values = bars.map((bar) => bar.value);
  const label = t.salesAlt(month, now.net_revenue, Math.min(...values), Math.max(...values));
  const options = {document, f, label, formatValue: f.compactMoney, referenceLabel: t.yearBefore};
  return chartCard({
    className: "sales",
    title: t.salesTitle({
      month,
      revenue: now.net_revenue,
      change: before === null || before <= 0 ? null : now.net_revenue / before - 1,
      isPartial,
    }),
    subtitle: t.salesSubtitle,
    body: responsive(
      monthBars(bars, {...options, width: 480, height: 272}),
      monthBars(bars.slice(-13), {...options, width: 296, height: 224}),
    ),
    note: (before !== null || unsubtracted.length > 0) && [
      before !== null && markup`<i class="tick"></i>${t.salesTick}${unsubtracted.length > 0 && " · "}`,
      unsubtracted.length === 2 ? t.salesIsGross : unsubtracted.map((need) => t.needs[need].without).join(" "),
    ],
    twin: {
      summary: t.tableTwin,
      caption: t.salesSubtitle,
      columns: [
        {label: t.month},
        {label: t.netRevenue, isNumber: true},
        {label: t.yearBefore, isNumber: true},
        {label: t.orders, isNumber: true},
        {label: t.customers, isNumber: true},
        {label: t.newCustomers, isNumber: true},
      ],
      rows: until.toReversed().map((row) => {
        const earlier = yearBefore(row);
        return [
          f.month(monthOf(row.month)),
          f.money(row.net_revenue),
          earlier === null ? t.none : f.money(earlier),
          f.integer(row.orders),
          f.integer(row.customers),
          f.integer(row.new_customers),
        ];
      }),
    },
  });
}
