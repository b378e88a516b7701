import {expect, test} from "vitest";
import {fitMbgNbd} from "../../../data-loaders/stats/fit-mbg-nbd.ts";
import {mbgNbd} from "../../../data-loaders/stats/mbg-nbd.ts";
import {readCdnow} from "../../helpers/read-cdnow.ts";
import {findPublicData} from "../../public-data.ts";
import {purchaseRow} from "./btyd/purchase-rows.ts";

const file = findPublicData("cdnow/CDNOW_sample.txt.gz");
const published = {r: 0.525, alpha: 6.183, a: 0.891, b: 1.614};

// Batislam, Denizel & Filiztekin's model on CDNOW, as the Python packages lifetimes and pymc-marketing have it.
test.skipIf(!file)("CDNOW's parameters are as published", () => {
  const {params, converged, warnings, logLikelihood} = fitMbgNbd(readCdnow(file!));
  expect(params.r).toBeCloseTo(published.r, 3);
  expect(params.alpha).toBeCloseTo(published.alpha, 3);
  expect(params.a).toBeCloseTo(published.a, 3);
  expect(params.b).toBeCloseTo(published.b, 3);
  // More likely than the BG/NBD's −9582.4292.
  expect(logLikelihood).toBeCloseTo(-9582.1357, 4);
  expect({converged, warnings}).toEqual({converged: true, warnings: []});
});

test("a customer may drop out right after the first purchase", () => {
  // By hand: 1/(1 + a/b ((α + T)/α)^r), at once b/(a + b).
  expect(mbgNbd.probabilityAlive({r: 1, alpha: 2, a: 1, b: 3}, purchaseRow(0, 0, 0))).toBeCloseTo(0.75, 14);
  expect(mbgNbd.probabilityAlive({r: 1, alpha: 2, a: 1, b: 3}, purchaseRow(0, 0, 4))).toBeCloseTo(0.5, 14);
});

// By mpmath with 40 digits, at the BG/NBD's parameters.
test.each([
  [2, 30.43, 38.86, 39, 0.774419242623646, 1.34049742849121],
  [0, 0, 38.86, 39, 0.637253337964895, 0.127461382545661],
  [500, 9990, 10_000, 365, 0.997403803106233, 17.9471912859862],
])("x %i, t_x %d, T %d: P(alive), and purchases in %d weeks", (x, last, age, t, alive, purchases) => {
  const params = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};
  expect(mbgNbd.probabilityAlive(params, purchaseRow(x, last, age))).toBeCloseTo(alive, 13);
  expect(mbgNbd.expectedTransactions(params, purchaseRow(x, last, age), t) / purchases).toBeCloseTo(1, 12);
});

test("probabilities of 0, 1, 2 … purchases add up to 1, and their mean is what is expected", () => {
  const probabilities = Array.from({length: 600}, (_, x) => mbgNbd.probabilityOfTransactions(published, x, 78));
  expect(probabilities.reduce((sum, probability) => sum + probability)).toBeCloseTo(1, 12);
  const mean = probabilities.reduce((sum, probability, x) => sum + x * probability, 0);
  expect(mean).toBeCloseTo(1.804757577553142, 12);
  expect(mbgNbd.expectedTransactionsOfNewCustomer(published, 78)).toBeCloseTo(1.804757577553142, 13);
});
