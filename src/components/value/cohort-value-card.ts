import * as Plot from "npm:@observablehq/plot";
import * as d3 from "npm:d3";
import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {finishDrawing} from "../charts/finish-drawing.ts";
import type {Content, Markup} from "../markup.ts";
import {monthOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {CohortValueRow} from "./value-rows.ts";

/** Newest cohorts that are drawn. */
const SHOWN = 24;

/** What a customer of each cohort has been worth, and what the next twelve months are expected to bring. */
export function cohortValueCard(
  rows: readonly CohortValueRow[],
  hasModel: boolean,
  {t, f, manifest}: PageContext,
): Markup {
  const subtitle = hasModel ? t.cohortValueSubtitle : t.cohortValueSubtitlePlain;
  const shown = rows.slice(-SHOWN);
  const bars = shown.flatMap((row) =>
    row.net_revenue === null
      ? []
      : [
          {
            month: monthOf(row.cohort),
            toDate: row.net_revenue / row.customers,
            next: hasModel ? (row.predicted_net_revenue_12_months ?? 0) / row.customers : 0,
          },
        ],
  );
  // The first cohort of the data holds whoever had bought before them.
  const later = bars.filter(
    ({month}) => month !== monthOf(rows[0]!.cohort) && !(manifest.isPartialMonth && month === manifest.months.at(-1)),
  );
  const [oldest, newest] = [later[0], later.at(-1)];
  if (!oldest || !newest || oldest === newest)
    return chartCard({title: t.cohortValueNone, subtitle, body: t.retentionTooShort});
  const title = hasModel
    ? t.cohortValueTitle(newest.month, newest.next, oldest.month, oldest.next)
    : t.cohortValueTitlePlain(newest.month, newest.toDate, oldest.month, oldest.toDate);
  const draw = (width: number) => drawing(width, title);
  return chartCard({
    className: "cohort-values",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: t.cohortValueNote,
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.cohortMonth},
        {label: t.cohortSize, isNumber: true},
        {label: t.clvToDate, isNumber: true},
        {label: t.clvPerCustomer, isNumber: true},
        ...(hasModel
          ? [
              {label: t.clvMonths(12), isNumber: true},
              {label: t.clvNextPerCustomer, isNumber: true},
            ]
          : []),
      ],
      rows: rows.toReversed().map((row): Content[] => {
        const money = (value: number | null, format = f.compactMoney) => (value === null ? t.withheld : format(value));
        const next = row.predicted_net_revenue_12_months;
        return [
          f.monthShortYear(monthOf(row.cohort)),
          f.integer(row.customers),
          money(row.net_revenue),
          money(row.net_revenue === null ? null : row.net_revenue / row.customers, f.money),
          ...(hasModel ? [money(next), money(next === null ? null : next / row.customers, f.money)] : []),
        ];
      }),
    },
  });

  function drawing(width: number, label: string): Markup {
    const top = Math.max(1, ...bars.map(({toDate, next}) => Math.max(0, toDate) + next));
    const months = shown.map((row) => monthOf(row.cohort));
    const svg = Plot.plot({
      document: getBuildDocument(),
      width,
      height: 264,
      marginTop: 24,
      marginRight: 8,
      marginBottom: 32,
      marginLeft: 56,
      ariaLabel: label,
      x: {type: "band", domain: months, padding: 0.22, label: null},
      y: {label: null, domain: d3.scaleLinear([0, top], [0, 1]).nice(4).domain()},
      marks: [
        Plot.gridY({ticks: 4, stroke: "var(--rule)", strokeOpacity: 1}),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          tickPadding: 8,
          fill: "var(--ink-2)",
          tickFormat: (value: number) => f.compactMoney(value).replace(/[.,]0(?!\d)/, ""),
          label: null,
        }),
        Plot.axisX({
          ticks: months.filter((_, i) => (shown.length - 1 - i) % (width > 400 ? 6 : 12) === 0),
          tickSize: 0,
          tickPadding: 8,
          fill: "var(--ink-2)",
          tickFormat: (month: string) => f.monthShortYear(month),
          label: null,
        }),
        Plot.barY(bars, {x: "month", y1: 0, y2: ({toDate}) => Math.max(0, toDate), fill: "var(--context)"}),
        ...(hasModel
          ? [
              Plot.barY(bars, {
                x: "month",
                y1: ({toDate}) => Math.max(0, toDate),
                y2: ({toDate, next}) => Math.max(0, toDate) + next,
                fill: "var(--subject)",
                title: ({month, toDate, next}) => `${f.month(month)}: ${f.money(toDate)} + ${f.money(next)}`,
              }),
            ]
          : []),
        Plot.ruleY([0], {stroke: "var(--ink)"}),
      ],
    });
    return finishDrawing(svg);
  }
}
