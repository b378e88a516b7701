import {describe, expect, test} from "vitest";
import {bgNbd} from "../../../data-loaders/stats/bg-nbd.ts";
import fc from "../../helpers/fast-check.ts";
import {purchaseRow} from "./btyd/purchase-rows.ts";

/** CDNOW, Fader, Hardie & Lee (2005). */
const published = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};

describe("log-likelihood of one customer", () => {
  const params = {r: 0.25, alpha: 4, a: 0.8, b: 2.5};

  // shared/reference/README.md, "Numerics".
  test("without and with many purchases", () => {
    expect(bgNbd.logLikelihood(params, [purchaseRow(0, 0, 40)])).toBeCloseTo(-0.59947382, 8);
    expect(bgNbd.logLikelihood(params, [purchaseRow(200, 38, 40)])).toBeCloseTo(100.79569, 5);
  });

  test("is r ln(α/(α + T)) without a repeat purchase, by hand", () => {
    expect(bgNbd.logLikelihood(params, [purchaseRow(0, 0, 4)])).toBeCloseTo(-0.25 * Math.log(2), 14);
  });

  // By mpmath with 40 digits.
  test.each([
    [500, 9990, 10_000, -2006.2192966784],
    [500, 10, 10_000, 1260.2094168749],
    [10_000, 9000, 10_000, -8971.9920348362],
  ])("x %i, t_x %i, T %i does not overflow", (x, last, age, expected) => {
    expect(bgNbd.logLikelihood(published, [purchaseRow(x, last, age)])).toBeCloseTo(expected, 8);
  });
});

// By mpmath with 40 digits: the integral over the beta distribution of (1 − (1 + p u)^−(r+x))/p.
test.each([
  [2, 30.43, 38.86, 39, 0.726578570080673, 1.22602817476714],
  [0, 0, 38.86, 39, 1, 0.195098052011263],
  [26, 30.86, 31, 52, 0.968915649717525, 25.7581959364835],
  [500, 9990, 10_000, 365, 0.997398638947916, 17.9465998920069],
  [200, 38, 40, 52, 0.0243852313579879, 4.11521464085975],
  [3, 1, 2, 1000, 0.763100963992105, 29.9691195005763],
])("x %i, t_x %d, T %d: P(alive), and purchases in %d weeks", (x, last, age, t, alive, purchases) => {
  expect(bgNbd.probabilityAlive(published, purchaseRow(x, last, age))).toBeCloseTo(alive, 13);
  expect(bgNbd.expectedTransactions(published, purchaseRow(x, last, age), t) / purchases).toBeCloseTo(1, 12);
});

test("a = 1, where the published formula divides by 0, is as good as any", () => {
  const at = (a: number) => bgNbd.expectedTransactions({...published, a}, purchaseRow(2, 30.43, 38.86), 39);
  expect(at(1)).toBeCloseTo(1.10213678603996, 13);
  expect(at(1)).toBeCloseTo((at(1 - 1e-4) + at(1 + 1e-4)) / 2, 7);
});

test("extremes stay finite", () => {
  const customers = [purchaseRow(5000, 1, 10_000), purchaseRow(5000, 10_000, 10_000), purchaseRow(0, 0, 0)];
  for (const params of [published, {r: 1e5, alpha: 1e5, a: 1e-6, b: 1e6}, {r: 1e-4, alpha: 0.01, a: 1e5, b: 1e5}])
    for (const customer of customers) {
      expect(bgNbd.logLikelihood(params, [customer])).toSatisfy(Number.isFinite);
      expect(bgNbd.probabilityAlive(params, customer)).toBeGreaterThanOrEqual(0);
      expect(bgNbd.expectedTransactions(params, customer, 520)).toSatisfy((value) => value >= 0 && value < 1e9);
    }
});

describe("any parameters", () => {
  const positive = (low: number, high: number) => fc.double({min: low, max: high, noNaN: true});
  const params = fc.record({
    r: positive(0.05, 20),
    alpha: positive(0.1, 50),
    a: positive(0.05, 20),
    b: positive(0.05, 20),
  });

  test("probabilities of 0, 1, 2 … purchases add up to 1, and their mean is what is expected", () => {
    fc.assert(
      fc.property(params, positive(0, 20), (own, t) => {
        let sum = 0;
        let mean = 0;
        for (let x = 0; sum < 1 - 1e-9 && x < 200_000; x++) {
          const probability = bgNbd.probabilityOfTransactions(own, x, Math.min(t, own.alpha));
          expect(probability).toBeGreaterThanOrEqual(0);
          sum += probability;
          mean += x * probability;
        }
        expect(sum).toBeCloseTo(1, 8);
        expect(bgNbd.expectedTransactionsOfNewCustomer(own, Math.min(t, own.alpha))).toBeCloseTo(mean, 5);
      }),
    );
  });

  const history = fc.record({frequency: fc.nat(60), last: positive(0.01, 1), age: positive(0.1, 500)});

  test("P(alive) is a probability that falls while nobody buys, and is 1 without a repeat purchase", () => {
    fc.assert(
      fc.property(params, history, (own, {frequency, last, age}) => {
        const at = (time: number) =>
          bgNbd.probabilityAlive(own, purchaseRow(frequency, frequency === 0 ? 0 : last * age, time));
        expect(at(age)).toBeGreaterThanOrEqual(0);
        expect(at(age)).toBeLessThanOrEqual(1);
        expect(at(age * 1.5)).toBeLessThanOrEqual(at(age));
        if (frequency === 0) expect(at(age)).toBe(1);
      }),
    );
  });

  test("expected purchases grow with time, and never faster than if nobody dropped out", () => {
    fc.assert(
      fc.property(params, history, positive(1e-6, 20), (own, {frequency, last, age}, t) => {
        const customer = purchaseRow(frequency, frequency === 0 ? 0 : last * age, age);
        const expected = bgNbd.expectedTransactions(own, customer, t);
        expect(expected).toBeLessThanOrEqual(bgNbd.expectedTransactions(own, customer, 2 * t) * (1 + 1e-9));
        expect(expected).toBeLessThanOrEqual(((own.r + frequency) / (own.alpha + age)) * t * (1 + 1e-9));
        expect(bgNbd.expectedTransactions(own, customer, 0)).toBe(0);
      }),
    );
  });
});

test("impossible questions are refused", () => {
  expect(() => bgNbd.expectedTransactions(published, purchaseRow(1, 1, 2), -1)).toThrow(
    new RangeError("invalid t: -1"),
  );
  expect(() => bgNbd.probabilityAlive(published, purchaseRow(1, 3, 2))).toThrow(
    "customer: ageAtLastPurchase 3 is after",
  );
  expect(() => bgNbd.probabilityOfTransactions(published, 0.5, 1)).toThrow(new RangeError("invalid x: 0.5"));
  expect(() => bgNbd.expectedTransactionsOfNewCustomer(published, Number.NaN)).toThrow("invalid t: NaN");
});
