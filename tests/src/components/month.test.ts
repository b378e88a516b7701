import {expect, test} from "vitest";
import {addMonths, lastDayTold, monthDate, monthOf, monthsUntil, parseMonth} from "../../../src/components/month.ts";

test("months count across years", () => {
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("2025-12", 1)).toBe("2026-01");
  expect(addMonths("2026-10", -34)).toBe("2023-12");
  expect(monthsUntil("2026-01", 3)).toEqual(["2025-11", "2025-12", "2026-01"]);
});

test("a month is its first day at midnight UTC", () => {
  expect(monthOf(monthDate("2026-03"))).toBe("2026-03");
  expect(monthDate("2026-03").toISOString()).toBe("2026-03-01T00:00:00.000Z");
});

test.each([undefined, "", "2026-13", "2026-1", "..%2f", "2026-10&x"])("parseMonth(%j) is an error", (value) => {
  expect(() => parseMonth(value)).toThrow("invalid month");
});

test("a month's report tells of the month's last day, or of the data's", () => {
  expect(lastDayTold("2026-02", "2026-10-31")).toBe("2026-02-28");
  expect(lastDayTold("2024-02", "2026-10-31")).toBe("2024-02-29");
  expect(lastDayTold("2026-10", "2026-10-17")).toBe("2026-10-17");
});
