import {expect, test} from "vitest";
import {discountPurchases} from "../../../data-loaders/stats/discount-purchases.ts";
import {findValueWidths} from "../../../data-loaders/stats/value-widths.ts";

const purchases = (covariance: number[][] | null) => ({
  params: {r: 0.25, alpha: 4.5, a: 0.8, b: 2.4},
  logCovariance: covariance,
  logLikelihood: -1,
});
const values = {
  params: {p: 6, q: 4, v: 15},
  logCovariance: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0.04],
  ],
  logLikelihood: -1,
};
const none = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
const histories = [
  {group: "a", frequency: 0, last_step: 0, age_step: 3, customers: 50, repeat_revenue: 0},
  {group: "b", frequency: 4, last_step: 5, age_step: 6, customers: 10, repeat_revenue: 2000},
];
const horizons = [discountPurchases(6)];

test("where only v is uncertain, a value is as uncertain as its share in it", () => {
  const widths = findValueWidths(histories, "bg-nbd", [purchases(none), values], horizons)!;
  // Without a repeat purchase the value is proportional to v: its logarithm has v's deviation of 0.2.
  expect(widths.get("a")![0]).toBeCloseTo(Math.exp(1.959964 * 0.2), 5);
  // With x = 4 and 200 spent each, v is 15 of 15 + 200.
  expect(widths.get("b")![0]).toBeCloseTo(Math.exp((1.959964 * 0.2 * 15) / 215), 5);
  const all = widths.get("")![0]!;
  expect(all).toBeGreaterThan(widths.get("b")![0]!);
  expect(all).toBeLessThan(widths.get("a")![0]!);
});

test("without a covariance there is no interval", () => {
  expect(findValueWidths(histories, "bg-nbd", [purchases(null), values], horizons)).toBeNull();
});
