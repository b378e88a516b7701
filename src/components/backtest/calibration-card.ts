import * as Plot from "npm:@observablehq/plot";
import * as d3 from "npm:d3";
import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {finishDrawing} from "../charts/finish-drawing.ts";
import type {Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {BacktestScoreRow} from "../value/value-rows.ts";

/** The last class holds everybody with so many repeat purchases or more. */
const LAST = 7;

/** Purchases per customer in the months held out, by how often they had bought before: what came, and what was expected. */
export function calibrationCard(rows: readonly BacktestScoreRow[], method: string, {t, f}: PageContext): Markup {
  const subtitle = t.calibrationSubtitle;
  const classes = rows.flatMap((row) =>
    row.measure === "purchases" && row.method === method && row.frequency !== null && row.customers > 0
      ? [
          {
            ...row,
            name: `${row.frequency}${row.frequency === LAST ? "+" : ""}`,
            actual: row.actual!,
            expected: row.expected!,
          },
        ]
      : [],
  );
  const all = rows.find((row) => row.measure === "purchases" && row.method === method && row.frequency === null);
  if (classes.length === 0 || all?.class_error == null)
    return chartCard({title: t.calibrationNone, subtitle, body: t.retentionTooShort});
  const title = t.calibrationTitle(all.class_error);
  const points = classes.map(({name, customers, actual, expected}) => ({
    name,
    actual: actual / customers,
    expected: expected / customers,
  }));
  const draw = (width: number) => {
    const top = d3.max(points, ({actual, expected}) => Math.max(actual, expected)) || 1;
    const svg = Plot.plot({
      document: getBuildDocument(),
      width,
      height: 280,
      marginTop: 24,
      marginRight: 8,
      marginBottom: 32,
      marginLeft: 40,
      ariaLabel: title,
      x: {type: "band", domain: points.map(({name}) => name), padding: 0.25, label: null},
      y: {label: null, domain: d3.scaleLinear([0, top], [0, 1]).nice(4).domain()},
      marks: [
        Plot.gridY({ticks: 4, stroke: "var(--rule)", strokeOpacity: 1}),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          tickPadding: 8,
          fill: "var(--ink-2)",
          tickFormat: (value: number) => f.decimal(value),
          label: null,
        }),
        Plot.axisX({tickSize: 0, tickPadding: 8, fill: "var(--ink-2)", label: null}),
        Plot.barY(points, {
          x: "name",
          y: "actual",
          fill: "var(--subject)",
          title: ({name, actual, expected}) => `${name}: ${f.decimal(actual, 2)} / ${f.decimal(expected, 2)}`,
        }),
        Plot.tickY(points, {x: "name", y: "expected", stroke: "var(--ink)", strokeWidth: 2.5}),
        Plot.ruleY([0], {stroke: "var(--ink)"}),
      ],
    });
    return finishDrawing(svg);
  };
  return chartCard({
    className: "calibration",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.calibrationClass},
        {label: t.customers, isNumber: true},
        {label: t.trackingActual, isNumber: true},
        {label: t.trackingExpected, isNumber: true},
      ],
      rows: classes.map(({name, customers, actual, expected}) => [
        name,
        f.integer(customers),
        f.integer(actual),
        f.integer(expected),
      ]),
    },
  });
}
