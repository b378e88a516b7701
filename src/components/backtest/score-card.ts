import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {BacktestScoreRow} from "../value/value-rows.ts";

/** The models beside what they have to beat. */
export function scoreCard(rows: readonly BacktestScoreRow[], {t, f}: PageContext): Markup {
  const subtitle = t.scoreSubtitle;
  const totals = rows.filter((row) => row.frequency === null && row.actual !== null);
  const purchases = totals
    .filter(({measure}) => measure === "purchases")
    .sort((a, b) => (a.class_error ?? 0) - (b.class_error ?? 0) || (a.method < b.method ? -1 : 1));
  if (purchases.length === 0) return chartCard({title: t.scoreNone, subtitle, body: t.retentionTooShort});
  // Of methods that are written alike, the one that is used.
  const written = (row: BacktestScoreRow) => Math.round(100 * row.mean_absolute_error!);
  const least = [...purchases].sort((a, b) => written(a) - written(b) || Number(b.is_chosen) - Number(a.is_chosen))[0]!;
  const error = (row: BacktestScoreRow | undefined): string =>
    row?.actual && row.expected !== null ? f.signedPercent(row.expected / row.actual - 1) : t.none;
  return chartCard({
    className: "scores",
    title: t.scoreTitle(t.methodName(least.method), least.mean_absolute_error!),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.scoreMethod},
        {label: t.scoreTotal, isNumber: true},
        {label: t.scoreClasses, isNumber: true},
        {label: t.scoreEach, isNumber: true},
        {label: t.scoreRevenueTotal, isNumber: true},
        {label: t.scoreRevenueEach, isNumber: true},
      ],
      rows: purchases.map((row): Content[] => {
        const revenue = totals.find((other) => other.measure === "revenue" && other.method === row.method);
        return [
          row.is_chosen ? markup`<b>${t.methodName(row.method)}</b>` : t.methodName(row.method),
          error(row),
          row.class_error === null ? t.none : f.percent(row.class_error),
          f.decimal(row.mean_absolute_error!, 2),
          error(revenue),
          revenue?.mean_absolute_error == null ? t.none : f.money(revenue.mean_absolute_error),
        ];
      }),
    }),
    note: t.scoreNote,
  });
}
