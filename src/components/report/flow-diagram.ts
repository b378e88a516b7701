import {chartCard, responsive} from "../charts/chart-card.ts";
import {type Markup, markup} from "../markup.ts";
import {type FlowColumn, flowColumns} from "./flow-columns.ts";
import {drawFlow} from "./flow-drawing.ts";
import {layoutFlow} from "./flow-layout.ts";
import {countMoves, type Direction, type Move} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

/** Ribbons between the segments of two months: grey stayed, blue up, amber and red down. */
export function flowDiagram(moves: readonly Move[], sizes: FlowColumn, context: ReportContext): Markup {
  const {t, f, names, month, previous} = context;
  const counts = countMoves(moves);
  const columns = flowColumns(moves, sizes, context);
  const total = columns.links.reduce((sum, link) => sum + link.value, 0);
  const limit = Math.max(1, Math.ceil(total * 0.001));
  const drawn = columns.links.filter((link) => link.value >= limit);
  const hidden = columns.links.filter((link) => link.value < limit).reduce((sum, link) => sum + link.value, 0);
  const top = [...moves]
    .filter((move) => ["gain", "slip", "risk", "join"].includes(move.direction))
    .sort((a, b) => b.customers - a.customers)[0];
  const down = counts.slip + counts.risk;
  const label = t.flowAlt({
    stayed: counts.stay,
    down,
    up: counts.gain,
    joined: counts.join,
    top: top ? `${names.label(top.from)} → ${names.label(top.to)}, ${f.integer(top.customers)}` : t.none,
  });
  const draw = (width: number, height: number, slot: number, side: number) =>
    drawFlow(layoutFlow(columns.left, columns.right, drawn, {height, slot}), columns, {
      width,
      height,
      side,
      isStacked: width < 480,
      label,
      context,
    });
  return chartCard({
    className: "flow",
    title: t.flowTitle({down, up: counts.gain, joined: counts.join}),
    subtitle: t.flowSubtitle(previous, month),
    body: markup`<ul class="key">${keyEntries(context)}</ul>
${responsive(draw(640, 560, 24, 176), draw(312, 640, 44, 114))}`,
    note: hidden > 0 && t.flowHidden(hidden, limit),
  });
}

function keyEntries({t}: ReportContext): Markup[] {
  const entries: [Direction, string][] = [
    ["stay", t.flowStay],
    ["gain", t.flowGain],
    ["join", t.flowJoin],
    ["slip", t.flowSlip],
    ["risk", t.flowRisk],
  ];
  return entries.map(([direction, text]) => markup`<li><i class="swatch ${direction}"></i>${text}</li>`);
}
