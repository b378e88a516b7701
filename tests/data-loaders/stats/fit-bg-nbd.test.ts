import {describe, expect, test} from "vitest";
import {bgNbd} from "../../../data-loaders/stats/bg-nbd.ts";
import type {PurchaseRow} from "../../../data-loaders/stats/btyd/purchase-row.ts";
import {fitBgNbd} from "../../../data-loaders/stats/fit-bg-nbd.ts";
import fc from "../../helpers/fast-check.ts";
import {readCdnow} from "../../helpers/read-cdnow.ts";
import {findPublicData} from "../../public-data.ts";
import {purchaseRow, purchaseRows} from "./btyd/purchase-rows.ts";

const file = findPublicData("cdnow/CDNOW_sample.txt.gz");

// Fader, Hardie & Lee (2005), table 2 and figures 2 to 4; further digits: shared/reference/README.md.
describe.skipIf(!file)("CDNOW", () => {
  const customers = file ? readCdnow(file) : [];
  const fit = customers.length > 0 ? fitBgNbd(customers) : undefined;

  test("parameters and likelihood are as published", () => {
    const {params, logLikelihood, converged, warnings, customers: count} = fit!;
    expect(params.r).toBeCloseTo(0.242595, 5);
    expect(params.alpha).toBeCloseTo(4.413602, 5);
    expect(params.a).toBeCloseTo(0.792922, 5);
    expect(params.b).toBeCloseTo(2.425907, 5);
    expect(logLikelihood).toBeCloseTo(-9582.4292, 4);
    expect({converged, warnings, count}).toEqual({converged: true, warnings: [], count: 2357});
  });

  test("repeat purchases to be expected of a new customer, and of customer 1, are as published", () => {
    const published = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};
    const inWeeks = (t: number) => bgNbd.expectedTransactionsOfNewCustomer(published, t);
    expect(inWeeks(1)).toBeCloseTo(0.053268, 6);
    expect(inWeeks(39)).toBeCloseTo(1.196723, 6);
    expect(inWeeks(52)).toBeCloseTo(1.446051, 6);
    expect(bgNbd.expectedTransactions(published, purchaseRow(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3);
  });

  test("so many customers buy 0, 1, … 6 times as published", () => {
    const published = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};
    const expected = [0, 1, 2, 3, 4, 5, 6].map((x) =>
      customers.reduce((sum, {age}) => sum + bgNbd.probabilityOfTransactions(published, x, age), 0),
    );
    const digits = [1406.5, 460.8, 192.7, 101.3, 59.9, 38.2, 25.6];
    for (const [x, count] of digits.entries()) expect(Math.abs(expected[x]! - count)).toBeLessThanOrEqual(0.0501);
  });

  test("the mean purchases of the next 39 weeks by x = 0, …, 6, 7+ are as published", () => {
    const means = [0, 1, 2, 3, 4, 5, 6, 7].map((x) => {
      const own = customers.filter(({frequency}) => Math.min(frequency, 7) === x);
      const sum = (value: (row: (typeof own)[number]) => number) => own.reduce((total, row) => total + value(row), 0);
      return [
        (sum(({later}) => later) / own.length).toFixed(3),
        (sum((row) => bgNbd.expectedTransactions(fit!.params, row, 39)) / own.length).toFixed(3),
      ];
    });
    expect(means).toEqual([
      ["0.237", "0.225"],
      ["0.697", "0.523"],
      ["1.393", "1.044"],
      ["1.560", "1.520"],
      ["2.532", "2.164"],
      ["2.947", "2.654"],
      ["3.862", "3.504"],
      ["6.359", "6.157"],
    ]);
  });

  test("the unit of time changes nothing but α and the density", () => {
    const inDays = fitBgNbd(
      customers.map((row) => ({...row, ageAtLastPurchase: 7 * row.ageAtLastPurchase, age: 7 * row.age})),
    );
    const purchases = customers.reduce((sum, {frequency}) => sum + frequency, 0);
    expect(inDays.params.alpha / 7).toBeCloseTo(fit!.params.alpha, 6);
    expect(inDays.params.b).toBeCloseTo(fit!.params.b, 6);
    expect(inDays.logLikelihood).toBeCloseTo(fit!.logLikelihood - purchases * Math.log(7), 6);
  });

  test("neither grouping nor the order of rows changes a bit", () => {
    const groups = new Map<string, PurchaseRow & {customers: number}>();
    for (const {frequency, ageAtLastPurchase, age} of customers) {
      const key = `${frequency} ${ageAtLastPurchase} ${age}`;
      const own = groups.get(key) ?? {frequency, ageAtLastPurchase, age, customers: 0};
      own.customers++;
      groups.set(key, own);
    }
    expect(groups.size).toBeLessThan(customers.length);
    expect(fitBgNbd([...groups.values()].reverse())).toEqual(fit);
  });

  test("no other parameters are more likely", () => {
    const factor = fc.double({min: -0.2, max: 0.2, noNaN: true}).map(Math.exp);
    fc.assert(
      fc.property(fc.tuple(factor, factor, factor, factor), ([r, alpha, a, b]) => {
        const {params} = fit!;
        const other = {r: params.r * r, alpha: params.alpha * alpha, a: params.a * a, b: params.b * b};
        return bgNbd.logLikelihood(other, customers) <= fit!.logLikelihood + 1e-7;
      }),
      {numRuns: 50},
    );
  });

  test("standard errors are those of the curvature: the interval's ends cost 1.92 of the profile likelihood, or so", () => {
    expect(fit!.standardErrors!.r).toBeCloseTo(0.0126, 4);
    expect(fit!.standardErrors!.b).toBeCloseTo(0.705, 3);
    expect(fit!.intervals!.r[0]).toBeCloseTo(fit!.params.r / Math.exp((1.96 * 0.012557) / 0.242595), 4);
  });

  test("a search that is cut short says so", () => {
    const {converged, warnings} = fitBgNbd(customers, {maxIterations: 2});
    expect(converged).toBe(false);
    expect(warnings.map(({code}) => code)).toContain("not-converged");
  });
});

test("where nobody drops out, dropout is not identified and the fit says so", () => {
  // Purchases up to the end, at steady rates.
  const rows = purchaseRows([3, 9.5, 10, 40], [6, 9.8, 10, 40], [1, 8, 10, 30], [0, 0, 10, 20], [12, 9.9, 10, 10]);
  const {params, warnings, logCovariance} = fitBgNbd(rows);
  expect(warnings.map(({code}) => code)).toContain("dropout-not-identified");
  expect(warnings.find(({code}) => code === "dropout-not-identified")!.message).toContain("a and b");
  for (const value of Object.values(params)) expect(Number.isFinite(value)).toBe(true);
  expect(logCovariance?.flat().every(Number.isFinite) ?? true).toBe(true);
});

test("a parameter that goes to its boundary has no standard error, the others have theirs", () => {
  // As many purchases as at one common rate, right up to the end.
  const rows = [0, 1, 2, 3, 4].map((x) => ({
    ...purchaseRow(x, x === 0 ? 0 : 9.9, 10),
    customers: [135, 271, 271, 180, 143][x]!,
  }));
  const {warnings, standardErrors, intervals, converged} = fitBgNbd(rows);
  expect(converged).toBe(true);
  expect(warnings.map(({code}) => code)).toContain("at-boundary");
  const infinite = Object.entries(standardErrors!).filter(([, error]) => error === Number.POSITIVE_INFINITY);
  expect(infinite.length).toBeGreaterThanOrEqual(2);
  for (const [name] of infinite) expect(intervals![name as "a"]).toEqual([0, Number.POSITIVE_INFINITY]);
});

test("without any repeat purchase there is nothing to learn", () => {
  const {converged, warnings, params, logLikelihood} = fitBgNbd(purchaseRows([0, 0, 10, 50], [0, 0, 20, 50]));
  expect(converged).toBe(false);
  expect(warnings.map(({code}) => code)).toContain("no-repeat-purchases");
  expect([...Object.values(params), logLikelihood].every(Number.isFinite)).toBe(true);
});

test("few repeat customers are a warning", () => {
  const {warnings} = fitBgNbd(purchaseRows([2, 3, 10, 4], [0, 0, 10, 20], [1, 9, 10, 3]));
  expect(warnings[0]).toEqual({code: "few-repeat-customers", message: "only 7 customers have bought again"});
});

test("any customers give finite results", () => {
  const row = fc
    .record({
      frequency: fc.oneof(fc.nat(5), fc.nat(3000)),
      share: fc.double({min: 0, max: 1, noNaN: true}),
      age: fc.oneof(fc.nat(800), fc.double({min: 0, max: 1e5, noNaN: true})),
      customers: fc.integer({min: 1, max: 1000}),
    })
    .map(({frequency, share, age, customers}) => ({
      frequency,
      ageAtLastPurchase: frequency === 0 ? 0 : share * age,
      age,
      customers,
    }));
  fc.assert(
    fc.property(fc.array(row, {minLength: 1, maxLength: 8}), (rows) => {
      const {params, logLikelihood} = fitBgNbd(rows);
      for (const value of [...Object.values(params), logLikelihood]) expect(Number.isFinite(value)).toBe(true);
    }),
    {numRuns: 60},
  );
});

test.each([
  [[], "missing rows: no customer to fit"],
  [[purchaseRow(1.5, 1, 2)], "rows[0]: invalid frequency: 1.5"],
  [[purchaseRow(1, 1, 2), purchaseRow(1, 3, 2)], "rows[1]: ageAtLastPurchase 3 is after age 2"],
  [[purchaseRow(0, 1, 2)], "rows[0]: ageAtLastPurchase is 1 without a repeat purchase"],
  [[purchaseRow(1, -1, 2)], "rows[0]: invalid ageAtLastPurchase: -1"],
  [[purchaseRow(1, 1, Number.NaN)], "rows[0]: invalid age: NaN"],
  [[{...purchaseRow(1, 1, 2), customers: 0}], "rows[0]: invalid customers: 0"],
])("rows %j are refused", (rows, message) => {
  expect(() => fitBgNbd(rows)).toThrow(new RangeError(message));
});
