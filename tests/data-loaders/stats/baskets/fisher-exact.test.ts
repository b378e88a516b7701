import {describe, expect, test} from "vitest";
import {fisherExact} from "../../../../data-loaders/stats/baskets/fisher-exact.ts";
import fc from "../../../helpers/fast-check.ts";

describe("Fisher's exact test, one-sided", () => {
  test("by hand: at least one of two marked among two drawn from four", () => {
    expect(fisherExact(1, 2, 2, 4)).toBeCloseTo(5 / 6, 14);
    expect(fisherExact(2, 2, 2, 4)).toBeCloseTo(1 / 6, 14);
    expect(fisherExact(0, 2, 2, 4)).toBe(1);
  });

  // scipy 1.17: fisher_exact([[b, f − b], [s − b, t − f − s + b]], alternative = "greater"); where scipy's log-gamma cancels,
  // among 1,400,000, the exact sum of products of Python's math.comb.
  test.each([
    [3, 5, 4, 10, 0.2619047619047619],
    [1, 5, 4, 10, 0.9761904761904762],
    [19, 21, 792, 9835, 2.4032440202459893e-19],
    [102, 174, 1903, 9835, 9.123465634147552e-31],
    [30, 2000, 900, 100_000, 0.005272697492270214],
    [400, 30_000, 20_000, 1_400_000, 0.9248041154549422],
    [500, 30_000, 20_000, 1_400_000, 0.00032593040146925],
    [900, 30_000, 20_000, 1_400_000, 9.637715369088632e-92],
    [1, 1, 1, 5_000_000, 2e-7],
  ])("%i of %i and %i among %i", (both, first, second, total, p) => {
    expect(fisherExact(both, first, second, total) / p).toBeCloseTo(1, 12);
  });

  test("nothing is left to chance where everybody has one of the two, or nobody", () => {
    expect(fisherExact(3, 3, 5, 5)).toBe(1);
    expect(fisherExact(3, 5, 3, 5)).toBe(1);
    expect(fisherExact(0, 0, 3, 5)).toBe(1);
    expect(fisherExact(0, 0, 0, 0)).toBe(1);
  });

  test("what has no probability to speak of is 0, not an error", () => {
    expect(fisherExact(600_000, 600_000, 600_000, 1_400_000)).toBe(0);
  });

  test.each([
    [3, 2, 4, 10],
    [0, 6, 6, 10],
    [1, 11, 1, 10],
    [0.5, 2, 2, 10],
    [-1, 2, 2, 10],
  ])("%d of %d and %d among %d is no table", (both, first, second, total) => {
    expect(() => fisherExact(both, first, second, total)).toThrow("invalid counts");
  });

  test("is the sum over all tables that are as extreme, on any small table, and the same both ways", () => {
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
    const tables = fc
      .tuple(fc.nat({max: 12}), fc.nat({max: 12}), fc.nat({max: 12}), fc.nat({max: 12}))
      .map(([a, b, c, d]) => [a, a + b, a + c, a + b + c + d] as const);
    fc.assert(
      fc.property(tables, ([both, first, second, total]) => {
        let expected = 0;
        for (let x = both; x <= Math.min(first, second); x++)
          expected += (choose(first, x) * choose(total - first, second - x)) / choose(total, second);
        expect(fisherExact(both, first, second, total)).toBeCloseTo(expected, 12);
        expect(fisherExact(both, second, first, total)).toBeCloseTo(expected, 12);
      }),
    );
  });
});
