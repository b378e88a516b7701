import {expect, test} from "vitest";
import {getSlideFacts} from "../../../../src/components/report/slide-facts.ts";

const month = new Date("2026-10-01");
const trend = [
  {
    month,
    customers: 96,
    customers_thresholds: 12,
    base_customers: 2230,
    usual_customers: 67.6,
    revenue_at_stake: 412_000,
    is_warming_up: false,
    is_partial: false,
  },
];
const slide = (path: string, cause: string, customers: number, revenue_at_stake: number | null) => ({
  month,
  from_segment: "champions",
  to_segment: path.split(" → ").at(-1)!,
  path,
  cause,
  customers,
  revenue_at_stake,
});

test("the headline leaves out thresholds, and compares what it prints", () => {
  const facts = getSlideFacts(
    trend,
    [
      slide("champions → loyal → at_risk", "ageing", 50, 300),
      slide("champions → loyal → at_risk", "behaviour", 11, 100),
      slide("champions → loyal → at_risk", "thresholds", 12, 100),
      slide("champions → loyal → cant_lose", "ageing", 35, null),
    ],
    "2026-10",
  );
  expect(facts).toMatchObject({count: 96, excluded: 12, usual: 68, difference: 28, base: 2230});
  expect(facts.paths).toEqual([
    {states: ["champions", "loyal", "at_risk"], customers: 61, revenue: 400},
    {states: ["champions", "loyal", "cant_lose"], customers: 35, revenue: null},
  ]);
});

test("too little history, or a month that is not over, is not compared", () => {
  expect(getSlideFacts([{...trend[0]!, usual_customers: null}], [], "2026-10").difference).toBe(null);
  expect(getSlideFacts([{...trend[0]!, is_partial: true}], [], "2026-10").difference).toBe(null);
  expect(() => getSlideFacts(trend, [], "2026-09")).toThrow("missing month in slide-trend: 2026-09");
});
