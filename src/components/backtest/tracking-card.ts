import * as Plot from "npm:@observablehq/plot";
import * as d3 from "npm:d3";
import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {finishDrawing} from "../charts/finish-drawing.ts";
import type {Markup} from "../markup.ts";
import {monthOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {BacktestWeekRow} from "../value/value-rows.ts";

interface Point {
  week: Date;
  isHeldOut: boolean;
  actual: number;
  expected: number;
}

/** Repeat purchases week by week, added up or not: what came, and what the model expects. */
export function trackingCard(
  rows: readonly BacktestWeekRow[],
  method: string,
  isAddedUp: boolean,
  {t, f}: PageContext,
): Markup {
  // What comes in part of a week is no week.
  const own = rows.filter((row) => row.method === method && (isAddedUp || row.days === 7));
  const subtitle = isAddedUp ? t.trackingSubtitle : t.weeklySubtitle;
  const points = own.map(
    (row): Point => ({
      week: row.week,
      isHeldOut: row.is_held_out,
      actual: isAddedUp ? row.actual_to_date : row.actual,
      expected: isAddedUp ? row.expected_to_date : row.expected,
    }),
  );
  const firstHeld = points.find(({isHeldOut}) => isHeldOut);
  const last = points.at(-1);
  if (!firstHeld || !last) return chartCard({title: t.trackingNone, subtitle, body: t.retentionTooShort});
  const held = own.filter(({is_held_out}) => is_held_out);
  const farthest = [...held].sort((a, b) => Math.abs(b.actual - b.expected) - Math.abs(a.actual - a.expected))[0]!;
  const title = isAddedUp ? t.trackingTitle(last.expected / last.actual - 1) : t.weeklyTitle(day(farthest.week));
  const draw = (width: number) => drawing(width);
  return chartCard({
    className: "tracking",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: isAddedUp ? t.trackingNote(t.methodName(method)) : t.weeklyNote,
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.trackingWeek},
        {label: t.trackingActual, isNumber: true},
        {label: t.trackingExpected, isNumber: true},
        {label: t.trackingHeld},
      ],
      rows: points.map((point) => [
        day(point.week),
        f.integer(point.actual),
        f.integer(point.expected),
        point.isHeldOut ? t.trackingYes : "",
      ]),
    },
  });

  function day(week: Date): string {
    return f.date(week.toISOString().slice(0, 10));
  }

  function drawing(width: number): Markup {
    const top = d3.max(points, ({actual, expected}) => Math.max(actual, expected)) || 1;
    const [start, end] = [points[0]!.week, last!.week];
    const months = d3.utcMonth.range(start, end);
    const every = Math.ceil(months.length / (width > 400 ? 5 : 3));
    const line = {x: "week", strokeWidth: 2} as const;
    const marginRight = 92;
    // Beside the ends of the lines, the upper one above and the lower one below, so that they never meet.
    const labels = [
      {y: last!.actual, text: t.trackingActual, isSubject: true},
      {y: last!.expected, text: t.trackingExpected, isSubject: false},
    ].sort((a, b) => b.y - a.y);
    const svg = Plot.plot({
      document: getBuildDocument(),
      width,
      height: 280,
      marginTop: 28,
      marginRight,
      marginBottom: 32,
      marginLeft: 60,
      ariaLabel: title,
      x: {type: "utc", domain: [start, end], label: null},
      y: {label: null, domain: d3.scaleLinear([0, top], [0, 1]).nice(4).domain()},
      marks: [
        Plot.rect([0], {x1: firstHeld!.week, x2: end, fill: "var(--band)"}),
        Plot.gridY({ticks: 4, stroke: "var(--rule)", strokeOpacity: 1}),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          tickPadding: 8,
          fill: "var(--ink-2)",
          tickFormat: (value: number) => f.integer(value),
          label: null,
        }),
        Plot.axisX({
          ticks: months.filter((_, i) => i % every === 0),
          tickSize: 0,
          tickPadding: 8,
          fill: "var(--ink-2)",
          tickFormat: (on: Date) => f.monthShortYear(monthOf(on)),
          label: null,
        }),
        Plot.ruleY([0], {stroke: "var(--ink)"}),
        Plot.text([firstHeld!.week], {
          x: (week: Date) => week,
          frameAnchor: "top",
          text: () => t.trackingHeld,
          textAnchor: "start",
          lineAnchor: "bottom",
          dx: 4,
          dy: -8,
          fill: "var(--ink-2)",
        }),
        Plot.line(points, {...line, y: "expected", stroke: "var(--ink-2)", strokeDasharray: "4 3", strokeWidth: 1.5}),
        Plot.line(points, {...line, y: "actual", stroke: "var(--subject)"}),
        ...labels.map(({y, text, isSubject}, i) =>
          Plot.text([0], {
            x: () => end,
            y: () => y,
            text: () => text,
            textAnchor: "start",
            lineAnchor: i === 0 ? "bottom" : "top",
            dx: 6,
            dy: i === 0 ? -3 : 3,
            fontWeight: isSubject ? 600 : 400,
            fill: isSubject ? "var(--ink)" : "var(--ink-2)",
          }),
        ),
      ],
    });
    return finishDrawing(svg);
  }
}
