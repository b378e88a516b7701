import {expect, test} from "vitest";
import {bootstrap} from "../../../data-loaders/stats/bootstrap.ts";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";

const dice = () => new RandomStream(3, "bootstrap-test");

test("two values by hand: a quarter of the means is at each end", () => {
  const values = [0, 10];
  const mean = (indices: Int32Array) => (values[indices[0]!]! + values[indices[1]!]!) / 2;
  expect(bootstrap(2, mean, dice(), {level: 0.95})).toEqual([0, 10]);
  expect(bootstrap(2, mean, dice(), {level: 0.4})).toEqual([5, 5]);
});

test("the interval of a mean is that of the normal approximation, where that holds", () => {
  const random = new RandomStream(1, "normal");
  const values = Array.from({length: 400}, () => random.normal(50, 10));
  const mean = values.reduce((sum, value) => sum + value) / 400;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400);
  const ofSample = (indices: Int32Array) => indices.reduce((sum, i) => sum + values[i]!, 0) / 400;
  const [low, high] = bootstrap(400, ofSample, dice(), {replicates: 4000});
  expect(Math.abs(low - (mean - (1.96 * deviation) / 20))).toBeLessThan(0.06);
  expect(Math.abs(high - (mean + (1.96 * deviation) / 20))).toBeLessThan(0.06);
  expect(bootstrap(400, ofSample, dice(), {replicates: 4000})).toEqual([low, high]);
});

test("replicates without a value are left out", () => {
  const only = (indices: Int32Array) => (indices.includes(0) ? Number.NaN : 7);
  expect(bootstrap(3, only, dice(), {replicates: 100})).toEqual([7, 7]);
  expect(bootstrap(3, () => Number.NaN, dice(), {replicates: 10})).toEqual([Number.NaN, Number.NaN]);
});

test("arguments out of range are refused", () => {
  expect(() => bootstrap(0, () => 1, dice())).toThrow(new RangeError("invalid size: 0"));
  expect(() => bootstrap(1, () => 1, dice(), {replicates: 0})).toThrow(new RangeError("invalid replicates: 0"));
  expect(() => bootstrap(1, () => 1, dice(), {level: 1})).toThrow(new RangeError("invalid level: 1"));
});
