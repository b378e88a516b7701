import {expect, test} from "vitest";
import {addMonths, listMonths} from "../../../data-loaders/warehouse/months.ts";

test("months run from the first day to the last, over the turn of a year", () => {
  expect(listMonths("2024-11-15", "2025-02-10", 2, 1)).toEqual([
    {month: "2024-11-01", monthEnd: "2024-11-30", windowStart: "2024-10-01", isPartial: false, isWarmingUp: true},
    {month: "2024-12-01", monthEnd: "2024-12-31", windowStart: "2024-11-01", isPartial: false, isWarmingUp: true},
    {month: "2025-01-01", monthEnd: "2025-01-31", windowStart: "2024-12-01", isPartial: false, isWarmingUp: false},
    {month: "2025-02-01", monthEnd: "2025-02-10", windowStart: "2025-01-01", isPartial: true, isWarmingUp: false},
  ]);
});

test("a month that ends with the data is not partial", () => {
  expect(listMonths("2024-02-01", "2024-02-29", 12, 6)).toMatchObject([{monthEnd: "2024-02-29", isPartial: false}]);
});

test("one day of data is one month", () => {
  expect(listMonths("2024-02-05", "2024-02-05", 1, 1)).toMatchObject([
    {month: "2024-02-01", monthEnd: "2024-02-05", isPartial: true},
  ]);
});

test("a window may begin on the first day of data", () => {
  expect(listMonths("2024-02-01", "2024-04-30", 3, 1).map((month) => month.isWarmingUp)).toEqual([true, true, false]);
});

test("the slide look-back warms up for as long as its first snapshot lies before the data", () => {
  expect(listMonths("2024-02-01", "2024-06-30", 1, 3).map((month) => month.isWarmingUp)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("addMonths goes both ways over years", () => {
  expect([
    addMonths("2024-01-01", -1),
    addMonths("2024-12-01", 1),
    addMonths("2024-05-01", -24),
    addMonths("2024-05-01", 0),
  ]).toEqual(["2023-12-01", "2025-01-01", "2022-05-01", "2024-05-01"]);
});
