import * as d3 from "npm:d3";

/** A labelled box, and where its middle is. */
export interface NetworkNode {
  id: string;
  width: number;
  height: number;
  x: number;
  y: number;
}

interface Link {
  source: string;
  target: string;
}

interface Options {
  width: number;
  /** Least space between two boxes. */
  gap: number;
  /** By how much the places from which the forces begin are turned, in radians: another turn, other places. */
  turn?: number;
}

interface Body extends d3.SimulationNodeDatum {
  node: Omit<NetworkNode, "x" | "y">;
  x: number;
  y: number;
}

const STEPS = 400;
/** Space that a box leaves to a link, and how far it gives way at a time. */
const CLEARANCE = 18;
const STEP = 1.5;
/** Points of a link that are kept clear, from one end to the other. */
const ALONG = [0.2, 0.35, 0.5, 0.65, 0.8];

/**
 * Places boxes that are linked near each other, inside a width, none over another: forces first, then whatever still
 * overlaps is moved down. d3's forces begin in a fixed spiral and draw from a fixed sequence, so that equal input gives
 * equal places.
 *
 * @returns the boxes in their order, and the height that they take
 */
export function layOutNetwork(
  boxes: readonly Omit<NetworkNode, "x" | "y">[],
  links: readonly Link[],
  {width, gap, turn = 0}: Options,
): {nodes: NetworkNode[]; height: number} {
  const bodies = boxes.map((node): Body => ({node}) as Body);
  const inside = ({node}: Body, x: number) => Math.min(width - node.width / 2, Math.max(node.width / 2, x));
  const simulation = d3
    .forceSimulation(bodies)
    .force(
      "link",
      d3
        .forceLink<Body, {source: string; target: string}>(links.map(({source, target}) => ({source, target})))
        .id(({node}) => node.id)
        .distance(({source, target}) => 90 + (widthOf(source) + widthOf(target)) / 4)
        .strength(0.25),
    )
    .force(
      "charge",
      d3
        .forceManyBody()
        .strength(-1400)
        .distanceMax(width / 2),
    )
    .force("x", d3.forceX(0).strength(0.02))
    .force("y", d3.forceY(0).strength(0.06))
    .stop();
  for (const body of bodies) {
    const {x, y} = body;
    body.x = x * Math.cos(turn) - y * Math.sin(turn);
    body.y = x * Math.sin(turn) + y * Math.cos(turn);
  }
  for (let step = 0; step < STEPS; step++) {
    simulation.tick();
    pushApart(bodies, gap);
    clearLinks(bodies, links);
    for (const body of bodies) body.x = inside(body, body.x + width / 2) - width / 2;
  }
  settle(bodies, gap);
  const top = Math.min(...bodies.map(({y, node}) => y - node.height / 2));
  const nodes = bodies.map(({node, x, y}) => ({...node, x: x + width / 2, y: y - top}));
  return {nodes, height: Math.max(0, ...nodes.map(({y, height}) => y + height / 2))};
}

function widthOf(end: unknown): number {
  return (end as Body).node.width;
}

/** How far two boxes lie over each other along an axis; above zero along both: they do. */
function overlapAcross(a: Body, b: Body, gap: number): number {
  return (a.node.width + b.node.width) / 2 + gap - Math.abs(a.x - b.x);
}

function overlapDown(a: Body, b: Body, gap: number): number {
  return (a.node.height + b.node.height) / 2 + gap - Math.abs(a.y - b.y);
}

/** Moves boxes a little out of the way of links that are not theirs. */
function clearLinks(bodies: readonly Body[], links: readonly Link[]): void {
  const places = new Map(bodies.map((body) => [body.node.id, body]));
  for (const {source, target} of links) {
    const a = places.get(source)!;
    const b = places.get(target)!;
    for (const body of bodies) {
      if (body === a || body === b) continue;
      for (const t of ALONG) {
        const across = body.x - a.x - t * (b.x - a.x);
        const down = body.y - a.y - t * (b.y - a.y);
        if (Math.abs(across) > body.node.width / 2 + CLEARANCE || Math.abs(down) > body.node.height / 2 + CLEARANCE)
          continue;
        const length = Math.hypot(across, down) || 1;
        body.x += (STEP * across) / length;
        body.y += (STEP * down) / length;
      }
    }
  }
}

/** Moves boxes that overlap along the axis on which that is shorter, half each. */
function pushApart(bodies: readonly Body[], gap: number): void {
  for (let i = 0; i < bodies.length; i++)
    for (let j = i + 1; j < bodies.length; j++) {
      const a = bodies[i]!;
      const b = bodies[j]!;
      const across = overlapAcross(a, b, gap);
      const down = overlapDown(a, b, gap);
      if (across <= 0 || down <= 0) continue;
      const axis = across < down ? "x" : "y";
      const shift = (Math.min(across, down) / 2) * (a[axis] < b[axis] ? -1 : 1);
      a[axis] += shift;
      b[axis] -= shift;
    }
}

/** From the top down, each box is moved below those in its way: what forces left over is gone. */
function settle(bodies: readonly Body[], gap: number): void {
  const placed: Body[] = [];
  for (const body of [...bodies].sort((a, b) => a.y - b.y || a.x - b.x)) {
    for (let other = findBelow(body); other; other = findBelow(body))
      body.y = other.y + (other.node.height + body.node.height) / 2 + gap;
    placed.push(body);
  }

  function findBelow(body: Body): Body | undefined {
    return placed.find((other) => overlapAcross(body, other, gap) > 1e-6 && overlapDown(body, other, gap) > 1e-6);
  }
}
