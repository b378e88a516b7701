import * as Plot from "npm:@observablehq/plot";
import {getFormat} from "../format.js";
import {monthOf} from "../month.js";
import type {ExploreMeasure, ExploreWords} from "./explore-words.ts";
import {nameValue} from "./name-value.js";

export interface ExploreRow {
  month: Date;
  value: string;
  customers: number | null;
  orders: number | null;
  net_revenue: number | null;
}

export interface ExploreChartOptions {
  measure: ExploreMeasure;
  words: ExploreWords;
  width: number;
}

/** One row of bars per value, on one scale, largest first: comparable without a legend. */
export function exploreChart(rows: readonly ExploreRow[], {measure, words, width}: ExploreChartOptions): Element {
  const f = getFormat(words.lang, words.currency);
  if (rows.length === 0) return emptyNote(words);
  const name = (value: string) => nameValue(value, words);
  const format = measure === "net_revenue" ? f.compactMoney : f.integer;
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(row.value, (totals.get(row.value) ?? 0) + (row[measure] ?? 0));
  const values = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
  const last = Math.max(...rows.map((row) => row.month.getTime()));
  const label = words.measures.find(([, key]) => key === measure)![0];
  const chart = Plot.plot({
    width,
    height: 72 * values.length + 40,
    marginTop: 8,
    marginLeft: 8,
    marginRight: 136,
    style: {fontFamily: "inherit", fontSize: "13px", overflow: "visible"},
    ariaLabel: `${label}, ${values.map(name).join(", ")}`,
    fy: {domain: values, axis: null, padding: 0.16},
    x: {type: "utc", label: null},
    y: {axis: null, zero: true},
    marks: [
      Plot.axisX({
        anchor: "bottom",
        tickSize: 0,
        fill: "var(--ink-2)",
        tickFormat: (date: Date) => shortMonth(date, f),
      }),
      Plot.rectY(rows, {
        x: "month",
        interval: "month",
        y: measure,
        fy: "value",
        fill: (row: ExploreRow) => (row.month.getTime() === last ? "var(--subject)" : "var(--context)"),
        insetLeft: 1,
        insetRight: 1,
        title: (row: ExploreRow) => `${name(row.value)}, ${f.month(monthOf(row.month))}: ${format(row[measure] ?? 0)}`,
      }),
      Plot.ruleY([0], {stroke: "var(--hairline)"}),
      Plot.text(
        rows.filter((row) => row.month.getTime() === last),
        {
          fy: "value",
          frameAnchor: "right",
          textAnchor: "start",
          dx: 12,
          text: (row: ExploreRow) => `${name(row.value)}\n${format(row[measure] ?? 0)}`,
          fill: "var(--ink)",
        },
      ),
    ],
  });
  chart.setAttribute("role", "img");
  for (const mark of chart.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return chart;
}

/** An empty result says why, and what to change. */
export function emptyNote(words: ExploreWords): HTMLElement {
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = words.labels.empty ?? "";
  return note;
}

function shortMonth(date: Date, f: ReturnType<typeof getFormat>): string {
  const month = monthOf(date);
  return month.endsWith("-01") ? `${f.monthShort(month)} ${month.slice(0, 4)}` : f.monthShort(month);
}
