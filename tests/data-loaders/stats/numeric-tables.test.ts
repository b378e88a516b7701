import {expect, test} from "vitest";
import {gaussLegendre} from "../../../data-loaders/stats/gauss-legendre.ts";
import {normalQuantile, normalWidth} from "../../../data-loaders/stats/normal-quantile.ts";

test("Gauss–Legendre nodes integrate polynomials up to degree 2n − 1 exactly", () => {
  for (const n of [1, 2, 8, 12]) {
    const {nodes, weights} = gaussLegendre(n);
    for (let degree = 0; degree < 2 * n; degree++) {
      const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** degree, 0);
      expect(sum).toBeCloseTo(1 / (degree + 1), 14);
    }
  }
});

// Abramowitz & Stegun (1964), table 26.5.
test("normal quantiles", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 9);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  expect(normalQuantile(0.0005)).toBeCloseTo(-3.290526731, 9);
  expect(normalWidth(0.95)).toBeCloseTo(1.959963985, 9);
  expect(() => normalWidth(1)).toThrow(new RangeError("invalid level: 1"));
});
