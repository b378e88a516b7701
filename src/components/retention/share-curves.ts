import * as Plot from "npm:@observablehq/plot";
import * as d3 from "npm:d3";
import {roundDecimals} from "../charts/svg.ts";
import {escapeSource} from "../escape.ts";
import type {Format} from "../format.ts";
import {type Markup, raw} from "../markup.ts";

export interface SharePoint {
  x: number;
  share: number;
}

export interface ShareCurve {
  points: readonly SharePoint[];
  isSubject: boolean;
  /** Places on the horizontal axis at which the curve says its value. */
  marks: readonly number[];
  /** Whether values stand below the curve, where another one runs above. */
  isLower?: boolean;
  /** One of many behind the others: thin, and without values. */
  isFaint?: boolean;
  /** Its name, at its end. */
  name?: string;
}

export interface ShareCurvesOptions {
  document: Document;
  f: Format;
  width: number;
  label: string;
  /** Numbers under the horizontal axis. */
  ticks: readonly number[];
  /** How values are written; absent: they are shares. */
  formatValue?: (value: number) => string;
  /** Room for the curves' names, in pixels. */
  nameWidth?: number;
}

const height = 264;

/** Lines of shares from zero; the subject in colour and above, the others grey, with their values at marked places. */
export function shareCurves(curves: readonly ShareCurve[], options: ShareCurvesOptions): Markup {
  const {document, f, width, label, ticks, nameWidth = 36} = options;
  const formatValue = options.formatValue ?? f.percent;
  const all = curves.flatMap(({points}) => points);
  const top = Math.max(options.formatValue ? 0 : 0.1, ...all.map(({share}) => share));
  const colour = (curve: ShareCurve) =>
    curve.isSubject ? "var(--subject)" : curve.isFaint ? "var(--context)" : "var(--ink-2)";
  const weight = (curve: ShareCurve) => (curve.isSubject ? 2 : curve.isFaint ? 1 : 1.5);
  const places = placeNames(curves, top);
  const svg = Plot.plot({
    document,
    width,
    height,
    marginTop: 32,
    marginRight: nameWidth,
    marginBottom: 32,
    marginLeft: options.formatValue ? 64 : 48,
    ariaLabel: label,
    x: {label: null, domain: d3.extent(all, ({x}) => x) as [number, number]},
    y: {label: null, domain: [0, top], nice: 4},
    color: {type: "identity"},
    r: {type: "identity"},
    marks: [
      Plot.gridY({ticks: 4, stroke: "var(--rule)", strokeOpacity: 1}),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: (share: number) => formatValue(share).replace(/[.,]0(?!\d)/, ""),
        label: null,
      }),
      Plot.axisX({
        ticks: [...ticks],
        tickSize: 0,
        tickPadding: 8,
        fill: "var(--ink-2)",
        tickFormat: (x: number) => f.integer(x),
        label: null,
      }),
      Plot.ruleY([0], {stroke: "var(--ink)"}),
      ...curves.flatMap((curve) => {
        const marked = curve.points.filter(({x}) => curve.marks.includes(x));
        // Beside a line that rises or falls, so that it does not run through its numbers.
        const step = Math.ceil(curve.points.length / 20);
        const isRising = (point: SharePoint) => {
          const i = curve.points.indexOf(point);
          return point.share > curve.points[Math.max(0, i - step)]!.share;
        };
        const onTheLeft = (point: SharePoint) => isRising(point) !== (curve.isLower ?? false);
        return [
          Plot.line(curve.points, {x: "x", y: "share", stroke: colour(curve), strokeWidth: weight(curve)}),
          Plot.dot(marked, {
            x: "x",
            y: "share",
            r: 4,
            fill: colour(curve),
            title: ({x, share}: SharePoint) => `${f.integer(x)}: ${formatValue(share)}`,
          }),
          Plot.text(
            places.filter((place) => place.curve === curve),
            {
              x: "x",
              y: "share",
              text: () => curve.name!,
              textAnchor: "start",
              dx: 8,
              fontWeight: curve.isSubject ? 600 : 400,
              fill: curve.isSubject ? "var(--ink)" : "var(--ink-2)",
            },
          ),
          ...[true, false].map((isLeft) =>
            Plot.text(
              marked.filter((point) => onTheLeft(point) === isLeft),
              {
                x: "x",
                y: "share",
                text: ({share}: SharePoint) => formatValue(share),
                lineAnchor: curve.isLower ? "top" : "bottom",
                textAnchor: isLeft ? "end" : "start",
                dx: isLeft ? -4 : 4,
                dy: curve.isLower ? 6 : -6,
                fontWeight: curve.isSubject ? 600 : 400,
                fill: curve.isSubject ? "var(--ink)" : "var(--ink-2)",
              },
            ),
          ),
        ];
      }),
    ],
  });
  svg.setAttribute("role", "img");
  svg.querySelector("style")?.remove();
  for (const mark of svg.querySelectorAll("g[aria-label]")) mark.removeAttribute("aria-label");
  return raw(roundDecimals(escapeSource(svg.outerHTML)));
}

/** Where the curves' names stand: at their ends, pushed down where they would touch the one above. */
function placeNames(curves: readonly ShareCurve[], top: number) {
  const y = d3.scaleLinear([0, top], [height - 32, 32]).nice(4);
  let above = Number.NEGATIVE_INFINITY;
  return curves
    .flatMap((curve) => {
      const end = curve.points.at(-1);
      return curve.name === undefined || !end ? [] : [{curve, ...end}];
    })
    .sort((a, b) => b.share - a.share)
    .map((place) => {
      above = Math.max(y(place.share), above + 16);
      return {...place, share: y.invert(above)};
    });
}
