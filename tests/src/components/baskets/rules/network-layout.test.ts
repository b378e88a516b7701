import {expect, test} from "vitest";
import {bendArrow} from "../../../../../src/components/baskets/rules/network-arrow.ts";
import {layOutNetwork, type NetworkNode} from "../../../../../src/components/baskets/rules/network-layout.ts";
import fc from "../../../../helpers/fast-check.ts";

const gap = 16;
const network = fc
  .record({
    widths: fc.array(fc.integer({min: 30, max: 300}), {minLength: 2, maxLength: 24}),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat()), {minLength: 1, maxLength: 24}),
  })
  .map(({widths, ends}) => ({
    boxes: widths.map((width, i) => ({id: String(i), width, height: 28})),
    links: ends
      .map(([a, b]) => ({source: String(a % widths.length), target: String(b % widths.length)}))
      .filter(({source, target}) => source !== target),
  }));

test("no box lies over another or outside the width, and the same boxes get the same places", () => {
  fc.assert(
    fc.property(network, ({boxes, links}) => {
      const {nodes, height} = layOutNetwork(boxes, links, {width: 344, gap});
      for (const [i, a] of nodes.entries()) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(a.x + a.width / 2).toBeLessThanOrEqual(344 + 1e-6);
        expect(a.y - a.height / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(a.y + a.height / 2).toBeLessThanOrEqual(height + 1e-6);
        for (const b of nodes.slice(i + 1))
          expect(
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
          ).toBe(true);
      }
      expect(layOutNetwork(boxes, links, {width: 344, gap})).toEqual({nodes, height});
    }),
    {numRuns: 8},
  );
});

test("an arrow goes from edge to edge, and the one back takes the other side", () => {
  const a: NetworkNode = {id: "a", width: 60, height: 28, x: 50, y: 50};
  const b: NetworkNode = {id: "b", width: 60, height: 28, x: 350, y: 50};
  const there = bendArrow(a, b, 4)!;
  const back = bendArrow(b, a, 4)!;
  expect(there.from.x).toBeGreaterThanOrEqual(80);
  expect(there.head[0].x).toBeGreaterThan(there.to.x);
  expect(there.head[0].x).toBeLessThanOrEqual(320);
  expect(there.bend.y).toBeLessThan(50);
  expect(back.bend.y).toBeGreaterThan(50);
  expect(bendArrow(a, {...b, x: 112}, 4)).toBeUndefined();
});
