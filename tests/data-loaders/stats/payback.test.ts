import {expect, test} from "vitest";
import {findPayback} from "../../../data-loaders/stats/payback.ts";

// Ten customers bring 300 in their first month and 100 in the second; of six of them a third month is known, with 120.
const months = [
  {customers: 10, value: 300},
  {customers: 10, value: 100},
  {customers: 6, value: 120},
  {customers: 2, value: 500},
];

test.each([
  [30, 0],
  [35, 1],
  [60, 2],
  [61, null],
])("a cost of %d is back by month %j", (cost, monthNo) => {
  expect(findPayback(months, cost, 5)).toEqual({monthNo, lastMonthNo: 2});
});

test("without customers nothing is known", () => {
  expect(findPayback([], 1, 1)).toEqual({monthNo: null, lastMonthNo: -1});
  expect(findPayback([{customers: 0, value: 0}], 0, 0)).toEqual({monthNo: null, lastMonthNo: -1});
});
