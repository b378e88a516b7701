export interface FlowNode {
  key: string;
  value: number;
}

export interface FlowLink {
  from: string;
  to: string;
  value: number;
}

export interface PlacedNode extends FlowNode {
  y: number;
  height: number;
}

export interface PlacedLink extends FlowLink {
  /** Middle of the ribbon at either end. */
  y0: number;
  y1: number;
  thickness: number;
}

export interface FlowLayout {
  left: PlacedNode[];
  right: PlacedNode[];
  links: PlacedLink[];
}

/**
 * Places two columns of nodes and the ribbons between them. Both columns share one scale; every node gets at least
 * `slot` of height with its gap, so that labels never collide. (d3-sankey allows no cycles, and a migration is all cycles.)
 */
export function layoutFlow(
  leftNodes: readonly FlowNode[],
  rightNodes: readonly FlowNode[],
  links: readonly FlowLink[],
  {height, slot}: {height: number; slot: number},
): FlowLayout {
  const scale = Math.min(scaleOf(leftNodes, height, slot), scaleOf(rightNodes, height, slot));
  const left = place(leftNodes, scale, height, slot);
  const right = place(rightNodes, scale, height, slot);
  const y0 = offsets(left);
  const y1 = offsets(right);
  const rank = (nodes: readonly FlowNode[]) => new Map(nodes.map((node, i) => [node.key, i]));
  const leftRank = rank(left);
  const rightRank = rank(right);
  const order = (a: FlowLink, b: FlowLink) =>
    leftRank.get(a.from)! - leftRank.get(b.from)! || rightRank.get(a.to)! - rightRank.get(b.to)!;
  const placed = [...links].sort(order).map((link) => {
    const thickness = link.value * scale;
    const start = y0.get(link.from)!;
    const end = y1.get(link.to)!;
    y0.set(link.from, start + thickness);
    y1.set(link.to, end + thickness);
    return {...link, thickness, y0: start + thickness / 2, y1: end + thickness / 2};
  });
  return {left, right, links: placed};
}

/** The largest scale at which the column fits: tall nodes grow with it, short ones keep their slot. */
function scaleOf(nodes: readonly FlowNode[], height: number, slot: number): number {
  const gap = slot / 2;
  const used = (scale: number) => nodes.reduce((sum, node) => sum + Math.max(slot, node.value * scale + gap), 0);
  let low = 0;
  let high = height / Math.max(1, ...nodes.map((node) => node.value));
  for (let i = 0; i < 40; ++i) {
    const middle = (low + high) / 2;
    if (used(middle) > height) high = middle;
    else low = middle;
  }
  return low;
}

function place(nodes: readonly FlowNode[], scale: number, height: number, slot: number): PlacedNode[] {
  const gap = slot / 2;
  const room = (node: FlowNode) => Math.max(slot, node.value * scale + gap);
  const spare = Math.max(0, height - nodes.reduce((sum, node) => sum + room(node), 0)) / Math.max(1, nodes.length);
  let y = 0;
  return nodes.map((node) => {
    const space = room(node) + spare;
    const h = node.value * scale;
    const placed = {...node, y: y + (space - h) / 2, height: h};
    y += space;
    return placed;
  });
}

function offsets(nodes: readonly PlacedNode[]): Map<string, number> {
  return new Map(nodes.map((node) => [node.key, node.y]));
}
