import {expect, test} from "vitest";
import {arrangeNetwork} from "../../../../../src/components/baskets/rules/arrange-network.ts";

/** Nine things: where the forces begin unturned, an arrow is hidden by a box. */
const boxes = Array.from({length: 9}, (_, i) => ({id: String(i), width: 90 + 14 * (i % 4), height: 28}));
const pairs = ["01", "10", "03", "04", "86", "76", "24", "37", "52", "64", "08"];
const way = (pair: string) => ({source: pair[0]!, target: pair[1]!, lineWidth: 3});
const ways = pairs.map(way);
const options = {width: 644, gap: 16};

test("no arrow runs behind a box, each way has its arrow, and the same things give the same picture", () => {
  const {nodes, arrows, height} = arrangeNetwork(boxes, ways, options);
  expect(nodes.map(({id}) => id)).toEqual(boxes.map(({id}) => id));
  expect(arrows).toHaveLength(ways.length);
  for (const [i, arrow] of arrows.entries()) {
    const others = nodes.filter(({id}) => !pairs[i]!.includes(id));
    const {from, bend, to} = arrow!;
    for (let t = 0; t <= 1; t += 0.02) {
      const at = (axis: "x" | "y") => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bend[axis] + t * t * to[axis];
      const behind = others.filter(
        (box) => Math.abs(at("x") - box.x) < box.width / 2 && Math.abs(at("y") - box.y) < box.height / 2,
      );
      expect([pairs[i], behind.map(({id}) => id)]).toEqual([pairs[i], []]);
    }
  }
  expect(arrangeNetwork(boxes, ways, options)).toEqual({nodes, arrows, height});
});

test("groups that nothing links do not reach into each other", () => {
  const groups = ["0134", "256", "78"];
  const linked = ["01", "10", "03", "04", "25", "56", "78"].map(way);
  const {nodes, height} = arrangeNetwork(boxes, linked, options);
  const frames = groups.map((group) => {
    const own = nodes.filter(({id}) => group.includes(id));
    const [x, y] = [own.flatMap((box) => [box.x - box.width / 2, box.x + box.width / 2]), own.map((box) => box.y)];
    return {left: Math.min(...x), right: Math.max(...x), top: Math.min(...y) - 14, bottom: Math.max(...y) + 14};
  });
  for (const [i, a] of frames.entries()) {
    expect(Math.min(a.left, 644 - a.right, a.top, height - a.bottom)).toBeGreaterThanOrEqual(-1e-6);
    for (const b of frames.slice(i + 1))
      expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
  }
});

test("two ways between the same things bend to two sides", () => {
  const [there, back] = arrangeNetwork(boxes, ways, options).arrows;
  expect(Math.hypot(there!.bend.x - back!.bend.x, there!.bend.y - back!.bend.y)).toBeGreaterThan(20);
});
