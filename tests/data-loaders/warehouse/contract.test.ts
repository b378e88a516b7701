import {describe, expect, test} from "vitest";
import {parseContract} from "../../../data-loaders/warehouse/contract.ts";

const full = `-- One row per month and segment: the people in it,
-- over two lines.
-- key: month, segment
-- each: month
-- months of: month, without note
-- reads: rfm_snapshots -12..0
-- reads: persons ..0
-- reads: moves -$slide_within_months..-1
-- columns:
--   month     date      first day of the month
--   revenue   number?   in the reporting currency: may be null
-- checks:
--   customers are not negative: customers >= 0
--   nobody is lost: SELECT a
--     FROM b
--     WHERE c
SELECT 1`;

test("a head comment is read as it is written", () => {
  expect(parseContract(full)).toEqual({
    grain: "One row per month and segment: the people in it, over two lines.",
    key: ["month", "segment"],
    isMonthly: true,
    isView: false,
    monthsOf: "month, without note",
    reads: {
      rfm_snapshots: [-12, 0],
      persons: [Number.NEGATIVE_INFINITY, 0],
      moves: ["-$slide_within_months", -1],
    },
    columns: [
      {name: "month", type: "date", isNullable: false, about: "first day of the month"},
      {name: "revenue", type: "number", isNullable: true, about: "in the reporting currency: may be null"},
    ],
    checks: [
      {rule: "customers are not negative", sql: "customers >= 0"},
      {rule: "nobody is lost", sql: "SELECT a FROM b WHERE c"},
    ],
  });
});

test("only a view needs no key", () => {
  expect(parseContract("-- One row per x.\n-- view\nSELECT 1")).toMatchObject({isView: true, key: []});
  expect(() => parseContract("-- One row per x.\nSELECT 1")).toThrow("the head comment names no key");
});

test("equal rows are meant where the head says so; an option that a table needs is named", () => {
  const text = "-- One row per x.\n-- key: none\n-- only with: privacy.publishCustomers\nSELECT 1";
  expect(parseContract(text)).toMatchObject({key: [], isView: false, onlyWith: "privacy.publishCustomers"});
});

test("comments within the SELECT are not the head's", () => {
  expect(parseContract("-- One row per x.\n-- key: a\nSELECT 1\n-- key: b\n").key).toEqual(["a"]);
});

describe("a head comment is refused", () => {
  test.each([
    ["without grain", "-- key: a\nSELECT 1", "the head comment does not say what one row is"],
    ["without any comment", "SELECT 1", "the head comment does not say what one row is"],
    [
      "with an unknown type",
      "-- x\n-- key: a\n-- columns:\n--   a varchar\nSELECT 1",
      'cannot read the column "a varchar"; types are text, integer',
    ],
    [
      "with a check without a rule",
      "-- x\n-- key: a\n-- checks:\n--   a >= 0\nSELECT 1",
      'cannot read the check "a >= 0"; write `rule: condition`',
    ],
    [
      "with months that nobody can read",
      "-- x\n-- key: a\n-- reads: t 12\nSELECT 1",
      'cannot read "reads: t 12"; write `reads: table -12..0`',
    ],
    [
      "with a line in no place",
      "-- x\n-- key: a\n-- columns:\n-- stray\nSELECT 1",
      'cannot read the head comment at "stray"',
    ],
  ])("%s", (_, sql, message) => {
    expect(() => parseContract(sql)).toThrow(message);
  });
});
