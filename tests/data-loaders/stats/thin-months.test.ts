import {expect, test} from "vitest";
import {findThinMonths} from "../../../data-loaders/stats/thin-months.ts";

const month = (rows: number, days = 30) => ({rows, days});

test("a month with a third of the usual rows is thin, and does not lower what is usual", () => {
  const steady = [300, 330, 270, 300, 310, 290].map((rows) => month(rows));
  const found = findThinMonths([...steady, month(100), month(300)]);
  expect(found.map(({isThin}) => isThin)).toEqual([false, false, false, false, false, false, true, false]);
  expect(found[6]!.usual).toBe(300);
  expect(found[7]!.usual).toBe(300);
});

test("a month that is not over is compared by the day", () => {
  const steady = Array.from({length: 6}, () => month(300));
  expect(findThinMonths([...steady, month(80, 9)])[6]).toEqual({usual: 90, isThin: false});
});

test("a feed that comes in bursts is not thin between them", () => {
  const bursts = [900, 20, 700, 30, 10, 800, 20, 900, 15].map((rows) => month(rows));
  expect(findThinMonths(bursts).some(({isThin}) => isThin)).toBe(false);
});

test("a handful of rows says nothing", () => {
  const few = [5, 6, 4, 5, 5, 5, 0, 5].map((rows) => month(rows));
  expect(findThinMonths(few).some(({isThin}) => isThin)).toBe(false);
});

test("six months say what is usual, five do not", () => {
  const five = Array.from({length: 5}, () => month(300));
  expect(findThinMonths([...five, month(1)])[5]).toEqual({usual: null, isThin: false});
});
