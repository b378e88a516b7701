import {describe, expect, test} from "vitest";
import {bgNbd} from "../../../data-loaders/stats/bg-nbd.ts";
import {deltaMethod} from "../../../data-loaders/stats/delta-method.ts";
import {discountPurchases} from "../../../data-loaders/stats/discount-purchases.ts";
import {type BgNbdParameter, fitBgNbd} from "../../../data-loaders/stats/fit-bg-nbd.ts";
import {fitGammaGamma, type GammaGammaParameter} from "../../../data-loaders/stats/fit-gamma-gamma.ts";
import {fitParetoNbd, type ParetoNbdParameter} from "../../../data-loaders/stats/fit-pareto-nbd.ts";
import {paretoNbd} from "../../../data-loaders/stats/pareto-nbd.ts";
import {scoreCustomers} from "../../../data-loaders/stats/score-customers.ts";
import {valueCustomers} from "../../../data-loaders/stats/value-customers.ts";
import {readCdnow} from "../../helpers/read-cdnow.ts";
import {findPublicData} from "../../public-data.ts";
import {purchaseRow} from "./btyd/purchase-rows.ts";

const params = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: 15.44};
const columns = {
  frequency: [2, 0, 0, 26, 2],
  ageAtLastPurchase: [30.43, 0, 0, 30.86, 30.43],
  age: [38.86, 38.86, 20, 31, 38.86],
  meanValue: [22.35, Number.NaN, Number.NaN, 50, 22.35],
};

test("two months by hand: each month's purchases are discounted from its end", () => {
  const [column] = valueCustomers(bgNbd, params, columns, [discountPurchases(2, {monthLength: 4, monthlyRate: 0.1})]);
  const customer = purchaseRow(2, 30.43, 38.86);
  const first = bgNbd.expectedTransactions(params, customer, 4);
  const second = bgNbd.expectedTransactions(params, customer, 8) - first;
  const value = (6.25 * (15.44 + 2 * 22.35)) / (6.25 * 2 + 3.74 - 1);
  expect(column![0]).toBeCloseTo(value * (first / 1.1 + second / 1.21), 12);
  expect(column![4]).toBe(column![0]);
});

test("without discounting it is the expectation at the end", () => {
  const {times, weights} = discountPurchases(12, {monthlyRate: 0});
  expect(times[0]).toBeCloseTo(52.179, 3);
  expect(weights).toEqual([1]);
  expect(() => discountPurchases(0)).toThrow(new RangeError("invalid months: 0"));
  expect(() => discountPurchases(6, {monthLength: 0})).toThrow(new RangeError("invalid monthLength: 0"));
  expect(() => discountPurchases(6, {monthlyRate: -1})).toThrow(new RangeError("invalid monthlyRate: -1"));
});

test("a column of scores is the customers' one by one, shared or not", () => {
  const many = Array.from({length: 3000}, (_, i) =>
    purchaseRow(i % 7 === 0 ? 0 : 1 + ((i * 37) % 900), i % 7 === 0 ? 0 : i / 90, 40 + i / 70),
  );
  const ofMany = {
    frequency: Int32Array.from(many, ({frequency}) => frequency),
    ageAtLastPurchase: Float64Array.from(many, ({ageAtLastPurchase}) => ageAtLastPurchase),
    age: Float64Array.from(many, ({age}) => age),
  };
  const scores = scoreCustomers(bgNbd, params, ofMany, [{times: [26, 52], weights: [0.5, 2]}]);
  many.forEach((row, i) => {
    expect(scores.probabilityAlive[i]).toBe(bgNbd.probabilityAlive(params, row));
    const expected =
      0.5 * bgNbd.expectedTransactions(params, row, 26) + 2 * bgNbd.expectedTransactions(params, row, 52);
    expect(Math.abs(scores.expected[0]![i]! - expected)).toBeLessThanOrEqual(1e-12 * expected + 1e-300);
  });
  expect(scoreCustomers(bgNbd, params, ofMany, []).expected).toEqual([]);
});

describe("the delta method", () => {
  test("by hand: the interval of a product of two fits", () => {
    const fits = [
      {params: {r: 2}, logCovariance: [[0.01]]},
      {params: {v: 5}, logCovariance: [[0.03]]},
    ];
    const {estimates, standardErrors, low, high} = deltaMethod(fits, (own: {r: number; v: number}) =>
      Float64Array.of(own.r * own.v),
    )!;
    expect(estimates[0]).toBe(10);
    expect(standardErrors[0]).toBeCloseTo(10 * Math.sqrt(0.04), 6);
    expect(high[0]).toBeCloseTo(10 * Math.exp(1.959964 * 0.2), 5);
    expect(low[0]).toBeCloseTo(10 / Math.exp(1.959964 * 0.2), 5);
  });

  test("without a covariance there is no interval", () => {
    expect(
      deltaMethod([{params: {r: 2}, logCovariance: null}], (own: {r: number}) => Float64Array.of(own.r)),
    ).toBeNull();
  });

  test("a wider level is a wider interval", () => {
    const at = (level: number) =>
      deltaMethod([{params: {r: 2}, logCovariance: [[0.04]]}], (own: {r: number}) => Float64Array.of(own.r), level)!
        .high[0]!;
    expect(at(0.99)).toBeGreaterThan(at(0.8));
    expect(() => at(0)).toThrow(new RangeError("invalid level: 0"));
  });
});

const file = findPublicData("cdnow/CDNOW_sample.txt.gz");

test.skipIf(!file)("CDNOW's value in the next 6 and 12 months: both models agree within their intervals", () => {
  const customers = readCdnow(file!);
  const own = {
    frequency: customers.map(({frequency}) => frequency),
    ageAtLastPurchase: customers.map(({ageAtLastPurchase}) => ageAtLastPurchase),
    age: customers.map(({age}) => age),
    meanValue: customers.map(({meanValue}) => meanValue),
  };
  const values = fitGammaGamma(customers.filter(({frequency}) => frequency > 0));
  const horizons = [discountPurchases(6), discountPurchases(12)];
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  const byBgNbd = deltaMethod(
    [fitBgNbd(customers), values],
    (all: Record<BgNbdParameter | GammaGammaParameter, number>) =>
      Float64Array.from(valueCustomers(bgNbd, all, own, horizons), sum),
  )!;
  const byPareto = deltaMethod(
    [fitParetoNbd(customers), values],
    (all: Record<ParetoNbdParameter | GammaGammaParameter, number>) =>
      Float64Array.from(valueCustomers(paretoNbd, all, own, horizons), sum),
  )!;
  for (const h of [0, 1]) {
    expect(byBgNbd.low[h]).toBeGreaterThan(0.85 * byBgNbd.estimates[h]!);
    expect(byBgNbd.high[h]).toBeGreaterThan(byPareto.low[h]!);
    expect(byPareto.high[h]).toBeGreaterThan(byBgNbd.low[h]!);
  }
  expect(byBgNbd.estimates[1]).toBeGreaterThan(1.5 * byBgNbd.estimates[0]!);
  expect(byBgNbd.estimates[1]).toBeLessThan(2 * byBgNbd.estimates[0]!);
});
