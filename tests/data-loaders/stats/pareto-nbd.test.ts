import {describe, expect, test} from "vitest";
import {fitParetoNbd} from "../../../data-loaders/stats/fit-pareto-nbd.ts";
import {paretoNbd} from "../../../data-loaders/stats/pareto-nbd.ts";
import fc from "../../helpers/fast-check.ts";
import {readCdnow} from "../../helpers/read-cdnow.ts";
import {findPublicData} from "../../public-data.ts";
import {purchaseRow} from "./btyd/purchase-rows.ts";

const file = findPublicData("cdnow/CDNOW_sample.txt.gz");

describe.skipIf(!file)("CDNOW", () => {
  // shared/reference/README.md, after CLVTools: flat, so the likelihood counts and β is compared to 1 %.
  test("parameters and likelihood are as published", () => {
    const {params, logLikelihood, converged, warnings} = fitParetoNbd(readCdnow(file!));
    expect(params.r).toBeCloseTo(0.55328, 4);
    expect(params.alpha).toBeCloseTo(10.5777, 3);
    expect(params.s).toBeCloseTo(0.60624, 4);
    expect(params.beta / 11.6687).toBeCloseTo(1, 3);
    expect(logLikelihood).toBeCloseTo(-9594.9762, 4);
    expect({converged, warnings}).toEqual({converged: true, warnings: []});
  });
});

/** CDNOW, the walkthrough of the R package BTYD (Dziurzynski, Wadsworth & McCarthy 2014). */
const published = {r: 0.5533971, alpha: 10.5801985, s: 0.6060625, beta: 11.6562237};

test("expectations are those of BTYD's walkthrough", () => {
  const customer1516 = purchaseRow(26, 30.86, 31);
  expect(paretoNbd.expectedTransactionsOfNewCustomer(published, 52)).toBeCloseTo(1.473, 3);
  expect(paretoNbd.expectedTransactions(published, customer1516, 52)).toBeCloseTo(25.46, 2);
  expect(paretoNbd.probabilityAlive(published, customer1516)).toBeCloseTo(0.9979, 4);
});

const dying = {r: 0.9, alpha: 14, s: 2.5, beta: 0.01};
const busy = {r: 0.3, alpha: 0.02, s: 1.5, beta: 60};

// By mpmath with 40 digits, from the integral over the moment of dropping out.
test.each([
  [published, 0, 0, 40, -0.524820326686984, 0.288430994741941],
  [published, 2, 30.43, 38.86, -9.55446609136119, 0.869118205030556],
  [published, 500, 9000, 10_000, -1959.47903893895, 1.02629474843368e-20],
  [published, 200, 38, 40, 76.2956269703608, 0.0921062794590922],
  [published, 1000, 10, 10_000, 2876.03530074179, 0],
  [published, 5, 40, 40, -17.8159534911332, 1],
  [dying, 0, 0, 40, -0.000427584789925684, 2.93173807652119e-10],
  [dying, 26, 30.86, 31, -59.2431771314983, 0.988271290181688],
  [dying, 1000, 10, 10_000, 2710.43492634088, 0],
  [busy, 0, 0, 40, -2.00103892664878, 0.35147376444131],
  [busy, 500, 9000, 10_000, -1963.85718170913, 3.68706595646832e-21],
  [busy, 1000, 10, 10_000, 3591.07168286135, 0],
])("%j, x %i, t_x %d, T %d: log-likelihood and P(alive)", (params, x, last, age, log, alive) => {
  const error = paretoNbd.logLikelihood(params, [purchaseRow(x, last, age)]) - log;
  expect(Math.abs(error) / Math.max(1, Math.abs(log))).toBeLessThan(1e-13);
  const probability = paretoNbd.probabilityAlive(params, purchaseRow(x, last, age));
  expect(probability === alive || Math.abs(probability / alive - 1) < 1e-10).toBe(true);
});

test.each([
  [0, 0.59356923985284],
  [1, 0.165585284654167],
  [3, 0.049047241308885],
  [20, 0.000257803991593993],
])("P(X(39) = %i)", (x, expected) => {
  expect(paretoNbd.probabilityOfTransactions(published, x, 39) / expected).toBeCloseTo(1, 11);
});

test("s = 1, where the published formula divides by 0, is as good as any", () => {
  const at = (s: number) => paretoNbd.expectedTransactionsOfNewCustomer({...published, s}, 52);
  // rβ/α ln((β + t)/β), by hand.
  expect(at(1)).toBeCloseTo(((published.r * published.beta) / published.alpha) * Math.log1p(52 / published.beta), 14);
  expect(at(1)).toBeCloseTo(at(1 + 1e-9), 8);
});

describe("any parameters", () => {
  const positive = (low: number, high: number) => fc.double({min: low, max: high, noNaN: true});
  const params = fc.record({
    r: positive(0.05, 20),
    alpha: positive(0.01, 500),
    s: positive(0.05, 20),
    beta: positive(0.01, 500),
  });

  test("P(alive) is a probability, 1 at the last purchase, and falls while nobody buys", () => {
    const history = fc.record({frequency: fc.nat(300), last: positive(0.01, 1), age: positive(0.1, 500)});
    fc.assert(
      fc.property(params, history, (own, {frequency, last, age}) => {
        const lastTime = frequency === 0 ? 0 : last * age;
        const at = (time: number) => paretoNbd.probabilityAlive(own, purchaseRow(frequency, lastTime, time));
        expect(at(lastTime)).toBe(1);
        expect(at(age)).toBeGreaterThanOrEqual(0);
        expect(at(age)).toBeLessThanOrEqual(1);
        expect(at(age * 1.5)).toBeLessThanOrEqual(at(age) + 1e-12);
      }),
    );
  });

  test("probabilities of 0, 1, 2 … purchases add up to 1, and their mean is what is expected", () => {
    fc.assert(
      fc.property(params, positive(0, 2), (own, times) => {
        const t = times * own.alpha;
        let sum = 0;
        let mean = 0;
        for (let x = 0; sum < 1 - 1e-9 && x < 1000; x++) {
          const probability = paretoNbd.probabilityOfTransactions(own, x, t);
          sum += probability;
          mean += x * probability;
        }
        expect(sum).toBeCloseTo(1, 7);
        expect(paretoNbd.expectedTransactionsOfNewCustomer(own, t)).toBeCloseTo(mean, 4);
      }),
      {numRuns: 30},
    );
  });

  test("expected purchases grow with time, and never faster than if nobody dropped out", () => {
    fc.assert(
      fc.property(params, positive(0.1, 100), (own, t) => {
        const customer = purchaseRow(3, 5, 10);
        const expected = paretoNbd.expectedTransactions(own, customer, t);
        expect(expected).toBeGreaterThan(0);
        expect(expected).toBeLessThanOrEqual(paretoNbd.expectedTransactions(own, customer, 2 * t));
        expect(expected).toBeLessThanOrEqual((((own.r + 3) * t) / (own.alpha + 10)) * (1 + 1e-12));
      }),
    );
  });
});

test("impossible questions are refused", () => {
  expect(() => paretoNbd.expectedTransactions(published, purchaseRow(1, 1, 2), -1)).toThrow("invalid t: -1");
  expect(() => paretoNbd.probabilityAlive(published, purchaseRow(0, 1, 2))).toThrow("without a repeat purchase");
});
