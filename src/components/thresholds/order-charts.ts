import * as Plot from "npm:@observablehq/plot";
import {roundDecimals} from "../charts/svg.ts";
import {escapeSource} from "../escape.ts";
import type {Format} from "../format.ts";
import {type Markup, raw} from "../markup.ts";
import type {Rung} from "./order-ladder.ts";

export interface OrderChartOptions {
  document: Document;
  f: Format;
  width: number;
  label: string;
}

const height = 264;
const margin = {marginTop: 24, marginRight: 16, marginBottom: 44, marginLeft: 16};

/** Customers by number of orders: bars for the window, ticks for ever. */
export function orderBars(window: readonly Rung[], ever: readonly Rung[], options: OrderChartOptions): Markup {
  const {f} = options;
  const domain = nameRungs(longer(window, ever));
  const bars = window.map((rung, i) => ({...rung, name: domain[i]!}));
  const ticks = ever.map((rung, i) => ({...rung, name: domain[i]!}));
  const labels = new Map(bars.map((bar) => [bar.name, `${bar.name}\n${f.integer(bar.customers)}`]));
  return draw(options, domain, labels, [
    Plot.barY(bars, {
      x: "name",
      y: "customers",
      fill: "var(--context)",
      title: (rung: Rung) => `${rung.orders}: ${f.integer(rung.customers)}`,
    }),
    Plot.tickY(ticks, {x: "name", y: "customers", stroke: "var(--ink)", strokeWidth: 1.5}),
    Plot.ruleY([0], {stroke: "var(--ink)"}),
  ]);
}

/** The share that ordered again, by number of orders; the number that makes a regular is the subject. */
export function nextOrderCurve(
  rungs: readonly Rung[],
  {subject, ...options}: OrderChartOptions & {subject: number},
): Markup {
  const {f} = options;
  const domain = rungs.map(({orders}) => String(orders));
  const points = rungs.map((rung) => ({...rung, name: String(rung.orders), share: rung.next!}));
  const isSubject = ({orders}: Rung) => orders === subject;
  return draw(options, domain, new Map(), [
    Plot.ruleX(points.filter(isSubject), {x: "name", y: "share", stroke: "var(--subject)", strokeDasharray: "2 3"}),
    Plot.line(points, {x: "name", y: "share", stroke: "var(--ink-2)", strokeWidth: 1.5}),
    Plot.dot(points, {
      x: "name",
      y: "share",
      r: (rung: Rung) => (isSubject(rung) ? 6 : 3.5),
      fill: (rung: Rung) => (isSubject(rung) ? "var(--subject)" : "var(--ink-2)"),
      title: (rung: Rung) => `${rung.orders}: ${f.percent(rung.next!)}`,
    }),
    Plot.text(points, {
      x: "name",
      y: "share",
      text: (rung: Rung) => f.percent(rung.next!),
      lineAnchor: "bottom",
      dy: -10,
      stroke: "var(--card)",
      strokeWidth: 5,
      fill: (rung: Rung) => (isSubject(rung) ? "var(--ink)" : "var(--ink-2)"),
    }),
    Plot.ruleY([0], {stroke: "var(--ink)"}),
  ]);
}

/** Numbers of orders as an axis names them: 1, 2, … 12+. */
export function nameRungs(rungs: readonly Rung[]): string[] {
  return rungs.map(({orders, isOpen}) => (isOpen ? `${orders}+` : String(orders)));
}

function longer(a: readonly Rung[], b: readonly Rung[]): readonly Rung[] {
  return a.length > b.length ? a : b;
}

function draw(
  {document, width, label}: OrderChartOptions,
  domain: readonly string[],
  labels: ReadonlyMap<string, string>,
  marks: Plot.Markish[],
): Markup {
  const svg = Plot.plot({
    document,
    width,
    height,
    ...margin,
    ariaLabel: label,
    x: {type: "band", domain, padding: 0.28, label: null},
    y: {label: null, zero: true, axis: null},
    r: {type: "identity"},
    color: {type: "identity"},
    marks: [
      ...marks,
      Plot.axisX({
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        label: null,
        tickFormat: (name: string) => labels.get(name) ?? name,
      }),
    ],
  });
  svg.setAttribute("role", "img");
  svg.querySelector("style")?.remove();
  for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return raw(roundDecimals(escapeSource(svg.outerHTML)));
}
