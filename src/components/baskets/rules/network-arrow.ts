import type {NetworkNode} from "./network-layout.ts";

interface Point {
  x: number;
  y: number;
}

/** A bent arrow between two boxes. */
export interface Arrow {
  /** Where the line begins, what it bends towards, and where the head begins. */
  from: Point;
  bend: Point;
  to: Point;
  /** The head: its tip, and both ends of its base. */
  head: [Point, Point, Point];
  /** Places for a number: beside the middle of the line on its outer side, then elsewhere along it. */
  beside: Point[];
}

const STEPS = 120;

/**
 * An arrow from the edge of one box to the edge of another, bent to the left of its direction: the arrow back takes the other
 * side. Nothing where the boxes leave no room for it.
 *
 * @param bend how far, in times of the usual; below zero to the right
 */
export function bendArrow(a: NetworkNode, b: NetworkNode, lineWidth: number, bend = 1): Arrow | undefined {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const side = Math.sign(bend);
  const normal = {x: (side * (b.y - a.y)) / length, y: (side * (a.x - b.x)) / length};
  const height = Math.abs(bend) * Math.max(14, 0.14 * length) + lineWidth;
  const middle = {x: (a.x + b.x) / 2 + normal.x * height, y: (a.y + b.y) / 2 + normal.y * height};
  const at = (t: number, u: number): Point => ({
    x: (1 - t) * (1 - u) * a.x + ((1 - t) * u + t * (1 - u)) * middle.x + t * u * b.x,
    y: (1 - t) * (1 - u) * a.y + ((1 - t) * u + t * (1 - u)) * middle.y + t * u * b.y,
  });
  const steps = Array.from({length: STEPS + 1}, (_, i) => i / STEPS);
  const start = steps.find((t) => !isWithin(at(t, t), a, 2));
  const tip = steps.findLast((t) => !isWithin(at(t, t), b, 2));
  if (start === undefined || tip === undefined || tip - start < 4 / STEPS) return undefined;
  const size = 6 + lineWidth;
  const end = at(tip, tip);
  const base = steps.findLast((t) => t < tip && Math.hypot(at(t, t).x - end.x, at(t, t).y - end.y) >= size) ?? start;
  const to = at(base, base);
  const along = Math.hypot(end.x - to.x, end.y - to.y) || 1;
  const wing = {x: ((end.y - to.y) / along) * (size / 2 + 1), y: ((to.x - end.x) / along) * (size / 2 + 1)};
  const besides = [0.5, 0.35, 0.65].map((share) => at(start + share * (base - start), start + share * (base - start)));
  return {
    from: at(start, start),
    bend: at(start, base),
    to,
    head: [end, {x: to.x + wing.x, y: to.y + wing.y}, {x: to.x - wing.x, y: to.y - wing.y}],
    beside: [1, -1].flatMap((side) =>
      besides.map(({x, y}) => ({
        x: x + side * normal.x * (20 + lineWidth / 2),
        y: y + side * normal.y * (12 + lineWidth / 2),
      })),
    ),
  };
}

function isWithin({x, y}: Point, box: NetworkNode, margin: number): boolean {
  return Math.abs(x - box.x) <= box.width / 2 + margin && Math.abs(y - box.y) <= box.height / 2 + margin;
}
