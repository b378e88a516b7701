import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {type MonthBar, monthBars} from "../charts/month-bars.ts";
import type {Markup} from "../markup.ts";
import {monthOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {WinBackRow} from "../retention/retention-rows.ts";

const MOST_MONTHS = 24;
/** Months before, of which the usual is the mean. */
const USUAL_MONTHS = 6;

/** How many come back after a long silence, month by month. */
export function winBackCard(rows: readonly WinBackRow[], {t, f}: PageContext): Markup {
  const subtitle = t.winBackSubtitle;
  const months = [...rows].sort((a, b) => Number(a.month) - Number(b.month));
  const begun = months.slice(
    Math.max(
      0,
      months.findIndex((row) => row.silent_before > 0),
    ),
  );
  const last = begun.at(-1);
  if (!last || !begun.some(({customers}) => customers > 0))
    return chartCard({title: t.winBackNone, subtitle, body: t.retentionTooShort});
  const before = begun.slice(0, -1).slice(-USUAL_MONTHS);
  const usual =
    before.length < USUAL_MONTHS ? null : before.reduce((sum, row) => sum + row.customers, 0) / USUAL_MONTHS;
  const title = t.winBackTitle(last.customers, last.silent_before + last.silenced);
  const bars = begun.slice(-MOST_MONTHS).map(
    (row): MonthBar => ({
      month: monthOf(row.month),
      value: row.customers,
      reference: row === last ? usual : null,
      isHatched: row.is_incomplete,
    }),
  );
  const draw = (width: number) =>
    monthBars(bars, {
      document: getBuildDocument(),
      f,
      width,
      height: 220,
      label: title,
      formatValue: (value) => f.integer(value),
      referenceLabel: t.winBackUsual,
    });
  return chartCard({
    className: "win-backs",
    title,
    subtitle,
    body: responsive(draw(720), draw(360)),
    note: t.winBackNote,
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.winBackMonth},
        {label: t.winBackSilent, isNumber: true},
        {label: t.winBackCustomers, isNumber: true},
        {label: t.winBackRate, isNumber: true},
        {label: t.winBackRevenue, isNumber: true},
      ],
      rows: begun.slice(-MOST_MONTHS).map((row) => {
        const silent = row.silent_before + row.silenced;
        return [
          f.monthShortYear(monthOf(row.month)),
          f.integer(silent),
          f.integer(row.customers),
          silent > 0 ? f.percent(row.customers / silent) : t.none,
          row.net_revenue === null ? t.withheld : f.money(row.net_revenue),
        ];
      }),
    },
  });
}
