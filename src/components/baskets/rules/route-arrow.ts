import {type Arrow, bendArrow} from "./network-arrow.ts";
import type {NetworkNode} from "./network-layout.ts";

/** Bends that are tried, the plainest first. */
const BENDS = [1, 1.7, 2.4];
/** Space between a line and a box that it passes. */
const MARGIN = 4;
const SAMPLES = 40;

interface Room {
  /** All boxes, those that the arrow joins among them. */
  boxes: readonly NetworkNode[];
  width: number;
  height: number;
  /** Whether it may bend to the right: an arrow back takes that side. */
  isFree: boolean;
}

/**
 * An arrow between two boxes that passes by the others: of the bends that stay in the picture the first that runs behind none,
 * else the one that is hidden least.
 *
 * @returns the arrow, and how much of it is hidden, as a share; nothing where the boxes leave no room for one
 */
export function routeArrow(
  a: NetworkNode,
  b: NetworkNode,
  lineWidth: number,
  room: Room,
): {arrow: Arrow; hidden: number} | undefined {
  const others = room.boxes.filter((box) => box !== a && box !== b);
  let best: {arrow: Arrow; hidden: number} | undefined;
  for (const bend of BENDS.flatMap((size) => (room.isFree ? [size, -size] : [size]))) {
    const arrow = bendArrow(a, b, lineWidth, bend);
    if (!arrow) continue;
    const line = sample(arrow);
    const space = lineWidth / 2;
    const isInside = line.every(
      ({x, y}) => x >= space && x <= room.width - space && y >= space && y <= room.height - space,
    );
    if (!isInside && best) continue;
    const hidden = line.filter(({x, y}) =>
      others.some(
        (box) =>
          Math.abs(x - box.x) < box.width / 2 + MARGIN + space && Math.abs(y - box.y) < box.height / 2 + MARGIN + space,
      ),
    ).length;
    if (!best || hidden < best.hidden) best = {arrow, hidden};
    if (best.hidden === 0) break;
  }
  return best && {...best, hidden: best.hidden / (SAMPLES + 2)};
}

/** Points along the line, from its beginning to the tip of its head. */
function sample({from, bend, to, head}: Arrow): {x: number; y: number}[] {
  const points = Array.from({length: SAMPLES + 1}, (_, i) => {
    const t = i / SAMPLES;
    const at = (axis: "x" | "y") => (1 - t) * (1 - t) * from[axis] + 2 * t * (1 - t) * bend[axis] + t * t * to[axis];
    return {x: at("x"), y: at("y")};
  });
  return [...points, head[0]];
}
