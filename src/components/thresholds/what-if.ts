import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {segmentName} from "../segment-name.ts";
import {countSegments, type RecencyEdges} from "./count-segments.ts";
import type {RecencyFrequencyRow} from "./threshold-rows.ts";

const factors = [0.5, 1.5, 2];

/** What tighter and wider edges of recency would make of the segments, and the place of the controls that try any others. */
export function whatIf(rows: readonly RecencyFrequencyRow[], context: PageContext): Markup {
  const {t, f, names, manifest} = context;
  const {recency, recencyDays} = manifest.definitions.rfm;
  const subtitle = t.whatIfSubtitle;
  if (recency !== "edges" || rows.length === 0)
    return chartCard({title: t.whatIfNone, subtitle, body: recency === "edges" ? t.thresholdsTooFew : t.whatIfShares});
  const current = recencyDays as unknown as RecencyEdges;
  const others = factors.map((factor) => scale(current, factor));
  const now = countSegments(rows, current);
  const counts = others.map((edges) => countSegments(rows, edges));
  const cell = (customers: number, before: number): Content =>
    customers === before
      ? f.integer(customers)
      : markup`${f.integer(customers)} <span class="moved">${f.signed(customers - before)}</span>`;
  const risky = manifest.definitions.slide.to;
  const sum = (sizes: ReadonlyMap<string, number>) => risky.reduce((total, key) => total + (sizes.get(key) ?? 0), 0);
  return chartCard({
    className: "what-if",
    title: t.whatIfTitle(names.labels(risky), sum(now), sum(counts[0]!), others[0]!.join(", ")),
    subtitle,
    body: [
      dataTable({
        caption: subtitle,
        columns: [
          {label: t.segment},
          {label: t.whatIfNow(current.join(", ")), isNumber: true},
          ...others.map((edges) => ({label: t.whatIfOther(edges.join(", ")), isNumber: true})),
        ],
        rows: names.segments.map((state) => {
          const before = now.get(state.key) ?? 0;
          return [
            segmentName(state),
            f.integer(before),
            ...counts.map((sizes) => cell(sizes.get(state.key) ?? 0, before)),
          ];
        }),
      }),
      markup`<div class="threshold-finder" data-place="threshold-finder"></div>`,
    ],
    note: t.whatIfNote,
  });
}

/** Edges so many times as far away, in steps of five days, still rising. */
function scale(edges: RecencyEdges, factor: number): RecencyEdges {
  const scaled: number[] = [];
  for (const edge of edges) scaled.push(Math.max(5 * Math.round((edge * factor) / 5), (scaled.at(-1) ?? 0) + 5));
  return scaled as unknown as RecencyEdges;
}
