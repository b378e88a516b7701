import {describe, expect, test} from "vitest";
import {expectedValue} from "../../../data-loaders/stats/expected-value.ts";
import {fitGammaGamma} from "../../../data-loaders/stats/fit-gamma-gamma.ts";
import {RandomStream} from "../../../data-loaders/stats/random/random-stream.ts";
import {readCdnow} from "../../helpers/read-cdnow.ts";
import {findPublicData} from "../../public-data.ts";

const file = findPublicData("cdnow/CDNOW_sample.txt.gz");

describe.skipIf(!file)("CDNOW", () => {
  const repeaters = file ? readCdnow(file).filter(({frequency}) => frequency > 0) : [];

  // Fader & Hardie (2013), 4: p 6.25, q 3.74, γ 15.44; further digits: shared/reference/README.md.
  test("parameters and likelihood are as published", () => {
    const {params, logLikelihood, customers, converged, warnings} = fitGammaGamma(repeaters);
    expect(params.p).toBeCloseTo(6.25, 2);
    expect(params.q).toBeCloseTo(3.744, 3);
    expect(params.v).toBeCloseTo(15.44, 2);
    expect(logLikelihood).toBeCloseTo(-4055.9177, 4);
    expect({customers, converged, warnings}).toEqual({customers: 946, converged: true, warnings: []});
  });

  test("the unit of money changes nothing but v and the density", () => {
    const dollars = fitGammaGamma(repeaters);
    const kurush = fitGammaGamma(repeaters.map((row) => ({...row, meanValue: 3500 * row.meanValue})));
    expect(kurush.params.v / 3500).toBeCloseTo(dollars.params.v, 4);
    expect(kurush.params.q).toBeCloseTo(dollars.params.q, 5);
    expect(kurush.logLikelihood).toBeCloseTo(dollars.logLikelihood - 946 * Math.log(3500), 6);
  });

  test("neither grouping nor the order of rows matters", () => {
    const twice = [...repeaters, ...repeaters].reverse();
    const grouped = fitGammaGamma(repeaters.map((row) => ({...row, customers: 2})));
    expect(fitGammaGamma(twice).params.p).toBeCloseTo(grouped.params.p, 6);
    expect(fitGammaGamma(twice).logLikelihood).toBeCloseTo(grouped.logLikelihood, 6);
  });
});

describe("expected value", () => {
  const published = {p: 6.25, q: 3.74, v: 15.44};

  test("is the population's mean without a repeat purchase: pv/(q − 1), by hand", () => {
    expect(expectedValue(published, 0, Number.NaN)).toBeCloseTo((6.25 * 15.44) / 2.74, 12);
  });

  // Fader & Hardie (2013), 3: a customer's own mean weighs px/(px + q − 1).
  test("lies between the customer's mean and everybody's", () => {
    const everybody = expectedValue(published, 0, 0);
    const weight = (6.25 * 2) / (6.25 * 2 + 3.74 - 1);
    expect(expectedValue(published, 2, 100)).toBeCloseTo(weight * 100 + (1 - weight) * everybody, 12);
  });

  test("is infinite where the population has no mean", () => {
    expect(expectedValue({p: 2, q: 0.9, v: 10}, 0, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(expectedValue({p: 2, q: 0.9, v: 10}, 1, 10)).toBeCloseTo((2 * 20) / 1.9, 12);
  });
});

/** Customers of a population with the given q; three purchases each. */
function draw(p: number, q: number, v: number, count: number) {
  const random = new RandomStream(7, "gamma-gamma");
  return Array.from({length: count}, () => {
    const scale = 1 / random.gamma(q, 1 / v);
    const values = [1, 2, 3].map(() => random.gamma(p, scale));
    return {frequency: 3, meanValue: values.reduce((sum, value) => sum + value) / 3};
  });
}

test("a population without a mean value is a warning", () => {
  const {params, warnings} = fitGammaGamma(draw(3, 0.6, 10, 2000));
  expect(params.q).toBeLessThan(0.7);
  expect(warnings.map(({code}) => code)).toContain("mean-value-not-finite");
});

test("the parameters of a simulated population are found", () => {
  const {intervals, converged} = fitGammaGamma(draw(4, 3, 20, 5000));
  expect(converged).toBe(true);
  for (const [name, truth] of Object.entries({p: 4, q: 3, v: 20})) {
    const [low, high] = intervals![name as "p"];
    expect(truth).toBeGreaterThan(low);
    expect(truth).toBeLessThan(high);
  }
});

test("customers who all spend the same leave it open how values differ", () => {
  const {warnings, params} = fitGammaGamma([{frequency: 2, meanValue: 50, customers: 100}]);
  expect(warnings.map(({code}) => code)).toContain("values-not-identified");
  expect(Object.values(params).every(Number.isFinite)).toBe(true);
});

test.each([
  [[], "missing rows: no customer to fit"],
  [[{frequency: 0, meanValue: 5}], "rows[0]: invalid frequency: 0"],
  [[{frequency: 1, meanValue: 0}], "rows[0]: invalid meanValue: 0"],
  [[{frequency: 1, meanValue: 5, customers: -1}], "rows[0]: invalid customers: -1"],
])("rows %j are refused", (rows, message) => {
  expect(() => fitGammaGamma(rows)).toThrow(new RangeError(message));
});
