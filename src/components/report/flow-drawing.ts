import {px} from "../charts/svg.ts";
import {escapeText} from "../escape.ts";
import {type Markup, raw} from "../markup.ts";
import {type FlowColumns, gone, notYet} from "./flow-columns.ts";
import type {FlowLayout, PlacedLink, PlacedNode} from "./flow-layout.ts";
import type {Direction} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

export interface FlowDrawingOptions {
  width: number;
  height: number;
  /** Room for labels at either side. */
  side: number;
  /** Whether the name and the size stand on two lines. */
  isStacked: boolean;
  label: string;
  context: ReportContext;
}

const bar = 8;
const paintOrder: Direction[] = ["stay", "gain", "join", "slip", "risk", "outside"];

/** Draws a placed flow. Moves are painted over those who stayed, the way down last. */
export function drawFlow(layout: FlowLayout, columns: FlowColumns, options: FlowDrawingOptions): Markup {
  const {width, height, side, label} = options;
  const x0 = side + bar;
  const x1 = width - side - bar;
  const direction = new Map(columns.links.map((link) => [`${link.from} ${link.to}`, link.direction]));
  const directionOf = (link: PlacedLink) => direction.get(`${link.from} ${link.to}`)!;
  const links = paintOrder.map((kind) => {
    const paths = layout.links
      .filter((link) => directionOf(link) === kind)
      .map((link) => ribbon(link, x0, x1, options));
    return paths.length > 0 ? `<g class="ribbon ${kind}">${paths.join("")}</g>` : "";
  });
  const before = new Map(layout.left.map((node) => [node.key, node.value]));
  const nodes = [
    ...layout.left.map((node) => drawNode(node, side, -1, null, options)),
    ...layout.right.map((node) => drawNode(node, x1, 1, before.get(node.key) ?? null, options)),
  ];
  return raw(
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeText(label)}">${links.join("")}${nodes.join("")}</svg>`,
  );
}

function ribbon(link: PlacedLink, x0: number, x1: number, {context}: FlowDrawingOptions): string {
  const middle = (x0 + x1) / 2;
  const title = `${nameOf(link.from, context)} → ${nameOf(link.to, context, 1)}: ${context.f.integer(link.value)}`;
  return `<path d="M${px(x0)},${px(link.y0)}C${px(middle)},${px(link.y0)} ${px(middle)},${px(link.y1)} ${px(x1)},${px(link.y1)}" stroke-width="${px(Math.max(0.75, link.thickness))}"><title>${escapeText(title)}</title></path>`;
}

/** A node's bar and its label: outside, towards the edge. `direction` is −1 at the left and 1 at the right. */
function drawNode(
  node: PlacedNode,
  x: number,
  direction: -1 | 1,
  before: number | null,
  {context, isStacked}: FlowDrawingOptions,
): string {
  const {f, names} = context;
  const isPool = node.key === gone || node.key === notYet;
  const anchor = direction < 0 ? "end" : "start";
  const labelX = px(direction < 0 ? x - 8 : x + bar + 8);
  const middle = node.y + node.height / 2;
  const colour = isPool ? "var(--pool)" : names.get(node.key).colour;
  const hasChange = !isPool && direction > 0 && before !== null && node.value !== before;
  const name = escapeText(nameOf(node.key, context, direction));
  const size = `<tspan class="size">${f.integer(node.value)}</tspan>`;
  const change = hasChange ? ` <tspan class="change">${f.signed(node.value - before)}</tspan>` : "";
  const text = (y: number, content: string) =>
    `<text text-anchor="${anchor}" x="${labelX}" y="${px(y)}" dy="0.35em">${content}</text>`;
  const label = isStacked
    ? text(middle - 8, name) + text(middle + 8, size + change)
    : text(middle, direction < 0 ? `${name} ${size}` : `${size} ${name}${change}`);
  return `<g><rect class="node" x="${px(x)}" y="${px(node.y)}" width="${bar}" height="${px(Math.max(1, node.height))}" style="--c:${colour}"/>${label}</g>`;
}

function nameOf(key: string, {t, names}: ReportContext, direction: -1 | 1 = -1): string {
  if (key === notYet) return t.flowNew;
  if (key === gone) return direction < 0 ? t.flowReturned : t.flowLeft;
  return names.label(key);
}
