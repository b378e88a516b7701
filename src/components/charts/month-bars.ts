import * as Plot from "npm:@observablehq/plot";
import * as d3 from "npm:d3";
import {escapeSource} from "../escape.ts";
import type {Format} from "../format.ts";
import {type Markup, raw} from "../markup.ts";
import {type Month, monthIndex, monthsUntil, yearOf} from "../month.ts";
import {roundDecimals} from "./svg.ts";

export interface MonthBar {
  month: Month;
  value: number;
  /** What the value is compared with, drawn as a tick. */
  reference: number | null;
  /** What would be nothing unusual, drawn as a band behind the bar. */
  band?: readonly [number, number] | null;
  /** Whether the month is incomplete or has too little history. */
  isHatched: boolean;
}

export interface MonthBarsOptions {
  document: Document;
  f: Format;
  width: number;
  height: number;
  label: string;
  formatValue: (value: number) => string;
  /** The word beside the last tick. */
  referenceLabel: string;
}

/** Between bars, as a share of what a month takes. */
const PADDING = 0.22;

/** A short history keeps the bars as thin as a year would make them. */
const fewest = 13;

interface Label {
  month: Month;
  y: number;
  text: string;
}

const beside = {
  x: "month",
  y: "y",
  text: "text",
  textAnchor: "start",
  lineAnchor: "middle",
  fill: "var(--ink)",
} as const;

/** Monthly bars from zero: the last month in colour, the others grey, incomplete ones hatched, the comparison as ticks. */
export function monthBars(bars: readonly MonthBar[], options: MonthBarsOptions): Markup {
  const {document, f, width, height, label, formatValue, referenceLabel} = options;
  const last = bars.at(-1)!;
  const isWide = width > 400;
  const months = monthsUntil(last.month, Math.max(fewest, bars.length));
  const ticks = months.filter((month) => monthIndex(month) % 3 === 0);
  const isStacked = !isWide || referenceLabel.length > 11;
  const reference =
    last.reference === null ? "" : `${referenceLabel}${isStacked ? "\n" : " "}${formatValue(last.reference)}`;
  const longest = Math.max(formatValue(last.value).length * 1.4, ...reference.split("\n").map((line) => line.length));
  const margin = {marginTop: 16, marginRight: 20 + 6.6 * longest, marginBottom: 40, marginLeft: isWide ? 56 : 48};
  const top = Math.max(4, ...bars.flatMap((bar) => [bar.value, bar.reference ?? 0, bar.band?.[1] ?? 0]));
  const domain = d3.scaleLinear([0, top], [0, 1]).nice(4).domain();
  const y = d3.scaleLinear(domain, [height - margin.marginBottom, margin.marginTop]);
  const labels = placeLabels(last, y, formatValue(last.value), reference);
  const step = (width - margin.marginLeft - margin.marginRight) / (months.length + PADDING);
  const gap = PADDING * step;
  // From the middle of the last bar to beyond its edge, and that of its tick.
  const dx = Math.max(16, Math.round(((1 - PADDING) * step) / 2 + 8));
  const svg = Plot.plot({
    document,
    width,
    height,
    ...margin,
    ariaLabel: label,
    x: {type: "band", domain: months, padding: PADDING, label: null},
    y: {label: null, domain},
    marks: [
      Plot.gridY({ticks: 4, stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: (value: number) => formatValue(value).replace(/[.,]0(?!\d)/, ""),
        label: null,
      }),
      Plot.axisX({
        ticks,
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        label: null,
        tickFormat: (month: Month) =>
          monthIndex(month) === 0 ? `${f.monthShort(month)}\n${yearOf(month)}` : f.monthShort(month),
      }),
      Plot.barY(
        bars.filter((bar) => bar.band),
        {
          x: "month",
          y1: (bar: MonthBar) => bar.band![0],
          y2: (bar: MonthBar) => bar.band![1],
          fill: "var(--band)",
          // From one month to the next without a gap.
          insetLeft: -gap / 2,
          insetRight: -gap / 2,
        },
      ),
      Plot.barY(bars, {
        x: "month",
        y: "value",
        fill: (bar: MonthBar) => (bar.isHatched ? "url(#hatch)" : bar === last ? "var(--subject)" : "var(--context)"),
        title: (bar: MonthBar) => `${f.month(bar.month)}: ${formatValue(bar.value)}`,
      }),
      Plot.tickY(
        bars.filter((bar) => bar.reference !== null),
        {x: "month", y: "reference", stroke: "var(--ink)", strokeWidth: 1.5},
      ),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
      Plot.text(labels.slice(0, 1), {...beside, dx, fontWeight: 600, fontSize: 18}),
      Plot.text(labels.slice(1), {...beside, dx}),
    ],
    color: {type: "identity"},
  });
  svg.setAttribute("role", "img");
  svg.querySelector("style")?.remove();
  for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return raw(roundDecimals(escapeSource(svg.outerHTML)));
}

/** The last value and its comparison, beside their heights, pushed apart where they would touch. */
function placeLabels(
  {month, value, reference}: MonthBar,
  y: d3.ScaleLinear<number, number>,
  valueText: string,
  referenceText: string,
): Label[] {
  if (reference === null) return [{month, y: value, text: valueText}];
  const room = referenceText.includes("\n") ? 30 : 22;
  const gap = y(reference) - y(value);
  const push = Math.max(0, room - Math.abs(gap)) / 2;
  const down = gap < 0 ? push : -push;
  return [
    {month, y: y.invert(y(value) + down), text: valueText},
    {month, y: y.invert(y(reference) - down), text: referenceText},
  ];
}
