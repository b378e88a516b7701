import {expect, test} from "vitest";
import type {NetworkNode} from "../../../../../src/components/baskets/rules/network-layout.ts";
import {routeArrow} from "../../../../../src/components/baskets/rules/route-arrow.ts";

const box = (id: string, x: number, y: number): NetworkNode => ({id, width: 60, height: 28, x, y});
const [a, b] = [box("a", 50, 150), box("b", 450, 150)];
const room = {width: 500, height: 300, isFree: true};

test("an arrow that nothing is in the way of is bent as usual, to the left", () => {
  const {arrow, hidden} = routeArrow(a, b, 4, {...room, boxes: [a, b]})!;
  expect(hidden).toBe(0);
  expect(arrow.bend.y).toBeGreaterThan(20);
  expect(arrow.bend.y).toBeLessThan(150);
});

test("one that would run behind a box takes the other side, or bends more where an arrow comes back", () => {
  const boxes = [a, b, box("c", 250, 115)];
  const free = routeArrow(a, b, 4, {...room, boxes})!;
  expect(free.hidden).toBe(0);
  expect(free.arrow.bend.y).toBeGreaterThan(150);
  const bound = routeArrow(a, b, 4, {...room, boxes, isFree: false})!;
  expect(bound.hidden).toBe(0);
  expect(bound.arrow.bend.y).toBeLessThan(100);
});

test("where every side is barred it is hidden least, and never leaves the picture for it", () => {
  const wall = [40, 80, 120, 160, 200, 240].map((y) => box(`w${y}`, 250, y));
  const {arrow, hidden} = routeArrow(a, b, 4, {...room, boxes: [a, b, ...wall]})!;
  expect(hidden).toBeGreaterThan(0);
  expect(hidden).toBeLessThan(0.5);
  expect(Math.abs(arrow.bend.y - 150)).toBeLessThan(300);
});
