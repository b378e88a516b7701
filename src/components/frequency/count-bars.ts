import * as Plot from "npm:@observablehq/plot";
import {getBuildDocument} from "../build-document.ts";
import {roundDecimals} from "../charts/svg.ts";
import {escapeSource} from "../escape.ts";
import type {Format} from "../format.ts";
import {type Markup, raw} from "../markup.ts";

export interface CountBar {
  /** Place on the horizontal axis, a whole number. */
  x: number;
  count: number;
  /** What the bar says on hover. */
  title: string;
  isSubject?: boolean;
}

export interface CountBarsOptions {
  f: Format;
  width: number;
  label: string;
  ticks: readonly number[];
  formatTick?: (x: number) => string;
  /** Whether each bar says its count. */
  hasCounts?: boolean;
}

/** Bars of counts from zero, over whole numbers. */
export function countBars(bars: readonly CountBar[], options: CountBarsOptions): Markup {
  const {f, width, label, ticks, hasCounts = false} = options;
  const svg = Plot.plot({
    document: getBuildDocument(),
    width,
    height: 200,
    marginTop: 20,
    marginRight: 16,
    marginBottom: 32,
    marginLeft: 56,
    ariaLabel: label,
    x: {type: "band", label: null, domain: bars.map(({x}) => x), padding: 0.2},
    y: {label: null, zero: true, nice: true},
    marks: [
      Plot.gridY({ticks: 3, stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.axisY({
        ticks: 3,
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: (count: number) => f.integer(count),
        label: null,
      }),
      Plot.axisX({
        ticks: [...ticks],
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: options.formatTick ?? ((x: number) => f.integer(x)),
        label: null,
      }),
      Plot.barY(bars, {
        x: "x",
        y: "count",
        fill: (bar: CountBar) => (bar.isSubject ? "var(--subject)" : "var(--context)"),
        title: "title",
      }),
      Plot.text(hasCounts ? bars : [], {
        x: "x",
        y: "count",
        text: ({count}: CountBar) => f.integer(count),
        lineAnchor: "bottom",
        dy: -4,
        fill: "var(--ink-2)",
      }),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
    ],
  });
  svg.setAttribute("role", "img");
  svg.querySelector("style")?.remove();
  for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return raw(roundDecimals(escapeSource(svg.outerHTML)));
}
