import type {Arrow} from "./network-arrow.ts";
import {layOutNetwork, type NetworkNode} from "./network-layout.ts";
import {routeArrow} from "./route-arrow.ts";
import {splitNetwork} from "./split-network.ts";

/** An arrow to be drawn: between which boxes, and how wide. */
export interface Way {
  source: string;
  target: string;
  lineWidth: number;
}

type Box = Omit<NetworkNode, "x" | "y">;

interface Options {
  width: number;
  /** Least space between two boxes. */
  gap: number;
}

interface Placed {
  nodes: NetworkNode[];
  width: number;
  height: number;
}

/** How many places the forces may begin from. */
const TURNS = 16;
/** Space between parts that nothing links: arrows bend into it. */
const PART_GAP = 32;

/**
 * Boxes and arrows of a picture. Parts that nothing links stand in rows, side by side where there is room. Of each part the
 * first of several layouts is taken whose arrows all pass by the boxes that they do not join, else the one in which least of
 * them is hidden. The same boxes and ways give the same picture.
 *
 * @returns the boxes in their order, and an arrow for each way; none where the boxes leave no room for it
 */
export function arrangeNetwork(
  boxes: readonly Box[],
  ways: readonly Way[],
  options: Options,
): {nodes: NetworkNode[]; height: number; arrows: (Arrow | undefined)[]} {
  const parts = splitNetwork(boxes, ways).map((part) => placePart(part.boxes, part.links, options));
  const {nodes: placed, height} = stack(parts, options.width);
  const nodes = boxes.map(({id}) => placed.find((node) => node.id === id)!);
  return {nodes, height, arrows: route(nodes, ways, {...options, height}).map((found) => found?.arrow)};
}

function placePart(boxes: readonly Box[], ways: readonly Way[], {width, gap}: Options): Placed {
  const links = ways.filter((way, i) => !ways.slice(0, i).some((other) => isReverse(other, way)));
  let best: {placed: Placed; hidden: number} | undefined;
  for (let i = 0; i < TURNS && (best === undefined || best.hidden > 0); i++) {
    const {nodes, height} = layOutNetwork(boxes, links, {width, gap, turn: (2 * Math.PI * i) / TURNS});
    const hidden = route(nodes, ways, {width, height}).reduce((sum, found) => sum + (found?.hidden ?? 1), 0);
    if (!best || hidden < best.hidden) best = {placed: trim(nodes, height), hidden};
  }
  return best!.placed;
}

/** The same boxes, the leftmost of them at the edge. */
function trim(nodes: readonly NetworkNode[], height: number): Placed {
  const left = Math.min(...nodes.map((node) => node.x - node.width / 2));
  const right = Math.max(...nodes.map((node) => node.x + node.width / 2));
  return {nodes: nodes.map((node) => ({...node, x: node.x - left})), width: right - left, height};
}

/** Parts in rows, each row in the middle. */
function stack(parts: readonly Placed[], width: number): {nodes: NetworkNode[]; height: number} {
  const rows: Placed[][] = [];
  for (const part of parts) {
    const row = rows.at(-1);
    if (row && widthOf(row) + PART_GAP + part.width <= width) row.push(part);
    else rows.push([part]);
  }
  const nodes: NetworkNode[] = [];
  let top = 0;
  for (const row of rows) {
    let left = (width - widthOf(row)) / 2;
    const height = Math.max(...row.map((part) => part.height));
    for (const part of row) {
      const down = top + (height - part.height) / 2;
      nodes.push(...part.nodes.map((node) => ({...node, x: node.x + left, y: node.y + down})));
      left += part.width + PART_GAP;
    }
    top += height + PART_GAP;
  }
  return {nodes, height: Math.max(0, top - PART_GAP)};
}

function widthOf(row: readonly Placed[]): number {
  return row.reduce((sum, {width}) => sum + width + PART_GAP, -PART_GAP);
}

function route(nodes: readonly NetworkNode[], ways: readonly Way[], room: {width: number; height: number}) {
  const places = new Map(nodes.map((node) => [node.id, node]));
  return ways.map((way) =>
    routeArrow(places.get(way.source)!, places.get(way.target)!, way.lineWidth, {
      ...room,
      boxes: nodes,
      isFree: !ways.some((other) => isReverse(other, way)),
    }),
  );
}

function isReverse(a: Way, b: Way): boolean {
  return a.source === b.target && a.target === b.source;
}
