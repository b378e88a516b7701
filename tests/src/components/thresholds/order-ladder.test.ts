import {expect, test} from "vitest";
import {getOrderLadder} from "../../../../src/components/thresholds/order-ladder.ts";
import type {OrderCountRow} from "../../../../src/components/thresholds/threshold-rows.ts";

/** Ten people ordered once, four twice, none three times, two four times; of those one may have more. */
const rows = (isOpen: boolean): OrderCountRow[] => [
  {span: "ever", orders: 4, customers: 2, at_least: 2, is_open: isOpen},
  {span: "ever", orders: 1, customers: 10, at_least: 16, is_open: false},
  {span: "ever", orders: 2, customers: 4, at_least: 6, is_open: false},
  {span: "window", orders: 1, customers: 9, at_least: 9, is_open: false},
];

test("a number of orders that nobody stopped at is a rung too", () => {
  expect(getOrderLadder(rows(false), "ever", 12)).toEqual([
    {orders: 1, customers: 10, atLeast: 16, next: 6 / 16, isOpen: false},
    {orders: 2, customers: 4, atLeast: 6, next: 2 / 6, isOpen: false},
    {orders: 3, customers: 0, atLeast: 2, next: 1, isOpen: false},
    {orders: 4, customers: 2, atLeast: 2, next: 0, isOpen: false},
  ]);
});

test("of an open class nobody can say who ordered again", () => {
  expect(getOrderLadder(rows(true), "ever", 12).at(-1)).toEqual({
    orders: 4,
    customers: 2,
    atLeast: 2,
    next: null,
    isOpen: true,
  });
});

test("above the most rungs everybody is together, and the share is still known", () => {
  expect(getOrderLadder(rows(true), "ever", 2).at(-1)).toEqual({
    orders: 2,
    customers: 6,
    atLeast: 6,
    next: 2 / 6,
    isOpen: true,
  });
});

test("nobody, no rungs", () => expect(getOrderLadder([], "ever", 12)).toEqual([]));
