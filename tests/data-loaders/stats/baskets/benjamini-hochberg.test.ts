import {describe, expect, test} from "vitest";
import {benjaminiHochberg} from "../../../../data-loaders/stats/baskets/benjamini-hochberg.ts";
import fc from "../../../helpers/fast-check.ts";

describe("Benjamini–Hochberg", () => {
  test("by hand: p·n/rank, and never above the next one", () => {
    const adjusted = benjaminiHochberg([0.04, 0.01, 0.03, 0.9]);
    [0.16 / 3, 0.04, 0.16 / 3, 0.9].forEach((expected, i) => {
      expect(adjusted[i]).toBeCloseTo(expected, 14);
    });
  });

  test("scipy 1.17: false_discovery_control(ps)", () => {
    const ps = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251];
    const expected = [
      0.012, 0.048, 0.1008, 0.1008, 0.1008, 0.12, 0.126857, 0.242182, 0.242182, 0.242182, 0.242182, 0.251,
    ];
    benjaminiHochberg(ps).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i]!, 6);
    });
  });

  test("none, one, all alike", () => {
    expect([...benjaminiHochberg([])]).toEqual([]);
    expect([...benjaminiHochberg([0.2])]).toEqual([0.2]);
    expect([...benjaminiHochberg([0.2, 0.2])]).toEqual([0.2, 0.2]);
  });

  test("keeps the order of the p-values, whatever order they come in", () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true})), (ps) => {
        const adjusted = benjaminiHochberg(ps);
        const turned = benjaminiHochberg(ps.toReversed());
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          expect(turned[ps.length - 1 - i]).toBe(adjusted[i]);
          ps.forEach((other, j) => {
            if (p <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });

  test.each([[[-0.1]], [[0, 1.1]], [[Number.NaN]]])("refuses %j", (ps) => {
    expect(() => benjaminiHochberg(ps)).toThrow("invalid p");
  });
});
