import {expect, test} from "vitest";
import {type DayCount, findStrayDays} from "../../../data-loaders/stats/stray-days.ts";

const daily = (from: number, to: number, rows = 5): DayCount[] =>
  Array.from({length: to - from + 1}, (_, i) => ({day: from + i, rows}));

test("a mistyped year far ahead is stray, and the last day is the one before", () => {
  expect(findStrayDays([...daily(1, 60), {day: 13_000, rows: 1}])).toEqual({early: 0, late: 1, first: 1, last: 60});
  expect(findStrayDays([...daily(1, 60), {day: 400, rows: 1}, {day: 13_000, rows: 2}])).toMatchObject({
    late: 3,
    last: 60,
  });
});

test("so is a test long before the opening", () => {
  expect(findStrayDays([{day: 1, rows: 2}, ...daily(100, 160)])).toEqual({early: 2, late: 0, first: 100, last: 160});
});

test("a shop that opens again after two months is not stray once it sells", () => {
  const again = daily(121, 140);
  expect(findStrayDays([...daily(1, 60), ...again]).late).toBe(0);
  expect(findStrayDays([...daily(1, 60), ...again.slice(0, 1)]).late).toBe(5);
});

test("where long pauses are usual, or days are few, nothing is stray", () => {
  const rare = Array.from({length: 20}, (_, i) => ({day: 60 * i, rows: 1}));
  expect(findStrayDays(rare)).toEqual({early: 0, late: 0, first: 0, last: 1140});
  expect(findStrayDays([...daily(1, 5), {day: 500, rows: 1}])).toMatchObject({late: 0, last: 500});
  expect(findStrayDays([{day: 3, rows: 1}])).toEqual({early: 0, late: 0, first: 3, last: 3});
});
