import * as Plot from "npm:@observablehq/plot";
import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {roundDecimals} from "../charts/svg.ts";
import {escapeSource} from "../escape.ts";
import {type Markup, raw} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ChurnCurveRow} from "../tables.ts";

/** Half a year; what comes later is said in words. */
const WEEKS = 26;
const SAID = [30, 90, 180];

interface Week {
  /** From 1: days 0 to 6. */
  week: number;
  orders: number;
  /** Share of all orders followed by another by its end. */
  share: number;
}

/** Days between an order and the next one, week by week. */
export function lagCard(rows: readonly ChurnCurveRow[], context: PageContext): Markup {
  const {t, f} = context;
  const weeks = listWeeks(rows);
  const subtitle = t.lagSubtitle;
  if (!weeks.some(({orders}) => orders > 0)) return chartCard({title: t.lagNone, subtitle, body: t.retentionTooShort});
  const half = rows.find((row) => row.share_returned >= 0.5);
  const title = half ? t.lagTitle(half.days) : t.lagNever(rows.at(-1)!.share_returned, rows.at(-1)!.days);
  const said = SAID.flatMap((days) => rows.find((row) => row.days === days) ?? []);
  return chartCard({
    className: "purchase-lag",
    title,
    subtitle,
    body: responsive(draw(weeks, 560, title, context), draw(weeks, 360, title, context)),
    note: t.lagNote(said.map(({days, share_returned}) => [days, share_returned])),
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [{label: t.lagDays}, {label: t.lagOrders, isNumber: true}, {label: t.lagShare, isNumber: true}],
      rows: weeks.map(({week, orders, share}) => [
        `${f.integer(7 * week - 7)}–${f.integer(7 * week - 1)}`,
        f.integer(orders),
        f.percent(share),
      ]),
    },
  });
}

function listWeeks(rows: readonly ChurnCurveRow[]): Week[] {
  const count = Math.min(WEEKS, Math.floor(rows.length / 7));
  return Array.from({length: count}, (_, i) => {
    const days = rows.slice(7 * i, 7 * i + 7);
    return {
      week: i + 1,
      orders: days.reduce((sum, row) => sum + row.next_orders, 0),
      share: days.at(-1)!.share_returned,
    };
  });
}

function draw(weeks: readonly Week[], width: number, label: string, {f}: PageContext): Markup {
  const svg = Plot.plot({
    document: getBuildDocument(),
    width,
    height: 200,
    marginTop: 16,
    marginRight: 16,
    marginBottom: 32,
    marginLeft: 56,
    ariaLabel: label,
    x: {type: "band", label: null, domain: weeks.map(({week}) => week), padding: 0.2},
    y: {label: null, zero: true, nice: true},
    marks: [
      Plot.gridY({ticks: 3, stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.axisY({
        ticks: 3,
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: (orders: number) => f.integer(orders),
        label: null,
      }),
      Plot.axisX({
        ticks: weeks.map(({week}) => week).filter((week) => week === 1 || week % 4 === 0),
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: (week: number) => f.integer(week),
        label: null,
      }),
      Plot.barY(weeks, {
        x: "week",
        y: "orders",
        fill: "var(--context)",
        title: ({week, orders}: Week) => `${f.integer(7 * week - 7)}–${f.integer(7 * week - 1)}: ${f.integer(orders)}`,
      }),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
    ],
  });
  svg.setAttribute("role", "img");
  svg.querySelector("style")?.remove();
  for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return raw(roundDecimals(escapeSource(svg.outerHTML)));
}
