import {describe, expect, it} from "vitest";
import {exp, ln} from "../../../../data-loaders/stats/random/portable-math.ts";
import {cumulate, RandomStream} from "../../../../data-loaders/stats/random/random-stream.ts";

describe("ln and exp", () => {
  it("agree with the engine's to 14 digits", () => {
    for (const x of [1e-9, 0.1, 0.5, 0.7, 1, 1.5, 2, Math.E, 1e6, 4e18]) {
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(2e-14 * Math.max(1, Math.abs(Math.log(x))));
    }
    for (const x of [-40, -1, -0.3, 0, 1e-8, 0.34657, 1, 12.5, 100])
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
  });
});

describe("RandomStream", () => {
  it("repeats itself, and differs by seed, purpose and index", () => {
    const first = (seed: number, purpose: string, index: number) => new RandomStream(seed, purpose, index).uniform();
    expect(first(1, "life", 2)).toBe(first(1, "life", 2));
    expect(new Set([first(1, "life", 2), first(2, "life", 2), first(1, "order", 2), first(1, "life", 3)]).size).toBe(4);
  });

  it("draws with the stated means", () => {
    const random = new RandomStream(3, "test");
    const mean = (draw: () => number) => Array.from({length: 20_000}, draw).reduce((a, b) => a + b, 0) / 20_000;
    expect(mean(() => random.uniform())).toBeCloseTo(0.5, 1);
    expect(mean(() => random.exponential(3))).toBeCloseTo(3, 0);
    expect(mean(() => random.normal(5, 2))).toBeCloseTo(5, 0);
    expect(mean(() => random.gamma(0.6, 5))).toBeCloseTo(3, 0);
    expect(mean(() => random.gamma(4, 0.5))).toBeCloseTo(2, 1);
    expect(mean(() => random.integer(1, 3))).toBeCloseTo(2, 1);
  });

  it("picks in proportion to weights, and never what weighs nothing", () => {
    const random = new RandomStream(4, "weights");
    const weights = cumulate([1, 0, 3]);
    const counts = [0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[random.pickCumulative(weights)]! += 1;
    expect(counts[1]).toBe(0);
    expect(counts[2]! / counts[0]!).toBeCloseTo(3, 0);
  });
});
