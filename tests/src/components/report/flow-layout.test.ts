import {expect, test} from "vitest";
import {layoutFlow} from "../../../../src/components/report/flow-layout.ts";

const left = [
  {key: "a", value: 1000},
  {key: "b", value: 1},
  {key: "c", value: 0},
];
const right = [
  {key: "a", value: 400},
  {key: "b", value: 601},
  {key: "c", value: 0},
];
const links = [
  {from: "a", to: "b", value: 600},
  {from: "a", to: "a", value: 400},
  {from: "b", to: "b", value: 1},
];
const layout = layoutFlow(left, right, links, {height: 400, slot: 24});

test("columns share a scale and stay in the frame", () => {
  expect(layout.left[0]!.height / layout.right[0]!.height).toBeCloseTo(2.5);
  for (const column of [layout.left, layout.right]) {
    const last = column.at(-1)!;
    expect(column[0]!.y).toBeGreaterThanOrEqual(0);
    expect(last.y + last.height).toBeLessThanOrEqual(400);
  }
});

test("labels at the middle of nodes are a slot apart", () => {
  for (const column of [layout.left, layout.right]) {
    const middles = column.map((node) => node.y + node.height / 2);
    for (let i = 1; i < middles.length; ++i) expect(middles[i]! - middles[i - 1]!).toBeGreaterThanOrEqual(23.99);
  }
});

test("ribbons leave a node in the order of their ends, without gap or overlap", () => {
  const [toA, toB] = layout.links;
  expect([toA!.to, toB!.to]).toEqual(["a", "b"]);
  expect(toA!.y0 - toA!.thickness / 2).toBeCloseTo(layout.left[0]!.y);
  expect(toB!.y0 - toB!.thickness / 2).toBeCloseTo(toA!.y0 + toA!.thickness / 2);
});
