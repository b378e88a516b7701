import {expect, test} from "vitest";
import type {CustomerCubeRow} from "../../../../src/components/profile/profile-rows.ts";
import {getAttributeShares, getOrderShares, listOutstanding} from "../../../../src/components/profile/shares.ts";

const month = new Date("2025-12-01");
const cell = (value: string, segment: string | null, customers: number, rest: Partial<CustomerCubeRow> = {}) => ({
  month,
  dimension: "city",
  value,
  segment,
  customers,
  orders: null,
  net_revenue: null,
  ...rest,
});

test("shares of a segment beside those of all segments; prospects, totals and other months are left out", () => {
  const cube = [
    cell("Bursa", "good", 30),
    cell("other", "good", 10),
    cell("Bursa", "poor", 10),
    cell("İzmir", "poor", 50),
    cell("Bursa", "prospect", 500),
    cell("Bursa", null, 540),
    cell("Bursa", "good", 99, {month: new Date("2025-11-01")}),
    cell("web", "good", 99, {dimension: "channel"}),
  ];
  const of = {dimension: "city", segments: new Set(["good", "poor"]), month};
  expect(getAttributeShares(cube, {...of, segment: "good"})).toEqual([
    {value: "Bursa", share: 0.75, base: 0.4},
    {value: "other", share: 0.25, base: 0.1},
  ]);
  expect(getAttributeShares(cube, {...of, segment: "nobody"})).toEqual([]);
});

test("shares by the last order are beside everybody who ordered", () => {
  const row = (segment: string | null, value: string, customers: number) => ({
    segment,
    dimension: "payment" as const,
    value,
    customers,
    orders: null,
    units: null,
  });
  const rows = [row(null, "card", 60), row(null, "cash", 40), row("good", "card", 18), row("good", "gift", 2)];
  expect(getOrderShares(rows, "payment", "good")).toEqual([
    {value: "card", share: 0.9, base: 0.6},
    {value: "gift", share: 0.1, base: null},
  ]);
});

test("what stands out is known, and has the most points more", () => {
  const shares = [
    {value: "a", share: 0.5, base: 0.45},
    {value: "b", share: 0.3, base: 0.1},
    {value: "c", share: 0.3, base: 0.29},
    {value: "other", share: 0.9, base: 0.1},
    {value: "unknown", share: 0.9, base: 0.1},
    {value: "d", share: 0.9, base: null},
  ];
  expect(listOutstanding(shares).map(({value}) => value)).toEqual(["b", "a"]);
});
