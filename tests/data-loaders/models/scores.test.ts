import {expect, test} from "vitest";
import {withShop} from "../../helpers/make-shop.ts";
import {readField, readStates} from "../../helpers/read-states.ts";
import {sold, soldOften} from "../../helpers/sold.ts";
import {firstDayOf, formatDay, monthOf, parseDay} from "../../oracle/calendar.ts";

const asOf = "2025-12-31";

function daysBefore(days: number): string {
  return formatDay(parseDay(asOf) - days);
}

test("recency edges are right-closed: 30, 60, 90 and 180 days earn what 29 would", () =>
  withShop(
    {lines: [0, 30, 31, 60, 61, 90, 91, 180, 181, 300].map((days) => sold(String(days), daysBefore(days)))},
    {asOf},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "days")).toEqual(
        Object.fromEntries([0, 30, 31, 60, 61, 90, 91, 180, 181, 300].map((days) => [days, days])),
      );
      expect(await readField(warehouse, "2025-12", "r")).toEqual({
        0: 5,
        30: 5,
        31: 4,
        60: 4,
        61: 3,
        90: 3,
        91: 2,
        180: 2,
        181: 1,
        300: 1,
      });
    },
  ));

test("other recency edges", () =>
  withShop(
    {lines: [7, 8, 14, 15, 21, 22, 28, 29].map((days) => sold(String(days), daysBefore(days)))},
    {asOf, rfm: {recencyDays: [7, 14, 21, 28]}},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "r")).toEqual({
        7: 5,
        8: 4,
        14: 4,
        15: 3,
        21: 3,
        22: 2,
        28: 2,
        29: 1,
      });
    },
  ));

test("quintile recency counts who was away strictly longer", () =>
  withShop(
    {lines: [0, 10, 20, 20, 40].map((days, i) => sold(`${days}-${i}`, daysBefore(days)))},
    {asOf, rfm: {recency: "quintile"}},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "r")).toEqual({
        "0-0": 5,
        "10-1": 4,
        "20-2": 2,
        "20-3": 2,
        "40-4": 1,
      });
    },
  ));

test("frequency and monetary scores are shares below: equal values get equal scores", () =>
  withShop(
    {
      lines: [
        sold("a", "2025-12-01", 30),
        sold("b", "2025-12-01", 30),
        sold("c", "2025-12-01", 30),
        ...soldOften(2, "d", "2025-12-01", 5),
        ...soldOften(3, "e", "2025-12-01", 10),
      ],
    },
    {asOf},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "f")).toEqual({a: 1, b: 1, c: 1, d: 4, e: 5});
      // d spent 10, all others 30.
      expect(await readField(warehouse, "2025-12", "m")).toEqual({a: 2, b: 2, c: 2, d: 1, e: 2});
    },
  ));

test("one customer has the scores 1", () =>
  withShop({lines: [sold("a", "2025-12-20", 99)]}, {}, async (warehouse) => {
    expect(await readStates(warehouse)).toMatchObject([
      {month: "2025-12", customer: "a", segment: "new_customers", days: 0, r: 5, f: 1, m: 1},
    ]);
  }));

test("where everybody is equal everybody has the scores 1", () =>
  withShop(
    {lines: ["a", "b", "c", "d", "e", "f"].map((customer) => sold(customer, "2025-12-20"))},
    {},
    async (warehouse) => {
      for (const {f, m, r} of await readStates(warehouse)) expect([r, f, m]).toEqual([5, 1, 1]);
    },
  ));

test("quintile scores of everybody equal are 1 for recency too", () =>
  withShop(
    {lines: ["a", "b"].map((customer) => sold(customer, "2025-12-20"))},
    {rfm: {recency: "quintile"}},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "r")).toEqual({a: 1, b: 1});
    },
  ));

test("negative net revenue is the lowest value, not an error", () =>
  withShop(
    {
      lines: [
        sold("a", "2025-11-20", 10),
        sold("b", "2025-12-01", 20),
        sold("a", "2025-12-05", "-25.5", {isReturn: true}),
      ],
    },
    {asOf},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "net")).toEqual({a: "-15.5000", b: "20.0000"});
      expect(await readField(warehouse, "2025-12", "m")).toEqual({a: 1, b: 3});
      expect(await readField(warehouse, "2025-12", "netInMonth")).toEqual({a: "-25.5000", b: "20.0000"});
    },
  ));

test("money is exact: a thousand times 0.1 is 100", () =>
  withShop({lines: Array.from({length: 1000}, () => sold("a", "2025-12-20", "0.1"))}, {}, async (warehouse) => {
    expect(await readField(warehouse, "2025-12", "net")).toEqual({a: "100.0000"});
  }));

test("the window is the calendar months that end with the snapshot's: an order on its first day is in, the day before is out", () =>
  withShop(
    {lines: [sold("in", "2025-10-01"), sold("out", "2025-09-30"), sold("newest", "2025-12-10")]},
    {rfm: {windowMonths: 3}},
    async (warehouse) => {
      expect(await readField(warehouse, "2025-12", "orders")).toEqual({in: 1, out: 0, newest: 1});
      expect(await readField(warehouse, "2025-12", "segment")).toMatchObject({in: "about_to_sleep", out: "lapsed"});
      expect(firstDayOf(monthOf(parseDay("2025-12-10")) - 2)).toBe(parseDay("2025-10-01"));
    },
  ));
