import {barTable} from "../charts/bar-table.ts";
import {chartCard} from "../charts/chart-card.ts";
import {type Markup, markup} from "../markup.ts";
import {addMonths, type Month, monthOf} from "../month.ts";
import {segmentPath} from "../segment-name.ts";
import type {SegmentSizeRow} from "../segment-rows.ts";
import type {MigrationRow} from "./movement-rows.ts";
import {getMoves, type Move} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

const shown = 5;
const usualMonths = 6;

interface EdgeChange {
  move: Move;
  usual: number;
  difference: number;
}

/** The moves that were made more, and less, often than in the six months before. */
export function edgeChanges(
  {migration, sizes}: {migration: readonly MigrationRow[]; sizes: readonly SegmentSizeRow[]},
  context: ReportContext,
): Markup {
  const {t, isPartial} = context;
  const changes = isPartial ? [] : getEdgeChanges(migration, sizes, context);
  const more = changes.filter(({difference}) => difference > 0).slice(0, shown);
  const fewer = changes.filter(({difference}) => difference < 0).slice(0, shown);
  const top = changes[0];
  return chartCard({
    className: "edges",
    title: top
      ? t.edgesTitle(
          context.names.labels([top.move.from, top.move.to]).join(" → "),
          Math.abs(top.difference),
          top.difference > 0,
        )
      : t.edgesNone,
    subtitle: t.edgesSubtitle,
    body: markup`<div class="columns">${group(t.edgesMore, more, context)}${group(t.edgesFewer, fewer, context)}</div>`,
  });
}

function group(title: string, changes: readonly EdgeChange[], {t, f, names}: ReportContext): Markup | null {
  if (changes.length === 0) return null;
  const bars = changes.map(({move, usual, difference}) => ({
    label: segmentPath([names.get(move.from), names.get(move.to)]),
    value: Math.abs(difference),
    text: f.signed(difference),
    detail: t.edgeDetail(move.customers, usual),
    colour: names.get(move.to).colour,
  }));
  return markup`<div><h3>${title}</h3>${barTable(bars, {caption: title, columns: [t.move, t.change]})}</div>`;
}

/** Every change of segment with its usual count, the largest difference first; empty without enough history. */
function getEdgeChanges(
  migration: readonly MigrationRow[],
  sizes: readonly SegmentSizeRow[],
  {month, names}: ReportContext,
): EdgeChange[] {
  const warmingUp = new Set<Month>(sizes.filter((row) => row.is_warming_up).map((row) => monthOf(row.month)));
  const before = Array.from({length: usualMonths}, (_, i) => addMonths(month, -i - 1));
  const earlier = before.map((m) => (warmingUp.has(m) ? [] : getMoves(migration, m, names)));
  if (earlier.some((moves) => moves.length === 0)) return [];
  const sums = new Map<string, number>();
  for (const move of earlier.flat()) sums.set(keyOf(move), (sums.get(keyOf(move)) ?? 0) + move.customers);
  return getMoves(migration, month, names)
    .filter(({from, to}) => from !== to && names.isSegment(from) && names.isSegment(to))
    .map((move) => {
      const usual = Math.round((sums.get(keyOf(move)) ?? 0) / usualMonths);
      return {move, usual, difference: move.customers - usual};
    })
    .filter(({difference}) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (keyOf(a.move) < keyOf(b.move) ? -1 : 1));
}

const keyOf = ({from, to}: Move) => `${from} ${to}`;
