import type {BgNbdParameter} from "../fit-bg-nbd.ts";
import {betaGeometricLikelihood} from "./beta-geometric-likelihood.ts";
import {groupRows} from "./group-rows.ts";
import {logistic} from "./logistic.ts";
import {negativeBinomial} from "./negative-binomial.ts";
import type {PurchaseModel} from "./purchase-model.ts";
import {checkCount, checkPurchaseRow, checkTime} from "./purchase-row.ts";
import {sumLogLikelihood} from "./sum-log-likelihood.ts";
import {countSurvivingPurchases} from "./surviving-purchases.ts";

/**
 * The BG/NBD or the MBG/NBD, which differ by one chance to drop out.
 *
 * @param dropsAtStart whether a customer may drop out right after the first purchase (MBG/NBD)
 */
export function betaGeometricNbd(dropsAtStart: boolean): PurchaseModel<BgNbdParameter> {
  const firstChance = Number(dropsAtStart);
  const model: PurchaseModel<BgNbdParameter> = {
    parameterNames: ["r", "alpha", "a", "b"],

    logLikelihood({r, alpha, a, b}, rows) {
      const grouped = groupRows(rows);
      const objective = betaGeometricLikelihood(grouped, dropsAtStart);
      const point = Float64Array.of(r, alpha / grouped.timeUnit, a, b).map(Math.log);
      return sumLogLikelihood(grouped, objective(point, new Float64Array(4)));
    },

    probabilityAlive({r, alpha, a, b}, customer) {
      checkPurchaseRow(customer, "customer");
      const {frequency, ageAtLastPurchase, age} = customer;
      const chances = frequency + firstChance;
      if (chances === 0) return 1;
      const silence = Math.log1p((age - ageAtLastPurchase) / (alpha + ageAtLastPurchase));
      return logistic(Math.log(b + chances - 1) - Math.log(a) - (r + frequency) * silence);
    },

    expectedTransactions(params, customer, t) {
      const {frequency, age} = customer;
      return model.probabilityAlive(params, customer) * model.expectedTransactionsWhileAlive(params, frequency, age, t);
    },

    expectedTransactionsWhileAlive({r, alpha, a, b}, frequency, age, t) {
      checkTime(t);
      return countSurvivingPurchases({shape: r + frequency, scale: alpha + age, a, b: b + frequency + firstChance}, t);
    },

    expectedTransactionsOfNewCustomer(params, t) {
      return model.expectedTransactions(params, {frequency: 0, ageAtLastPurchase: 0, age: 0}, t);
    },

    // P(X ≥ x) = P(J ≥ x) E[(1 − p)^n], where J would be the purchases if nobody dropped out, and n the chances before the
    // x-th (eq. 8 of the paper, put so that nothing cancels).
    probabilityOfTransactions({r, alpha, a, b}, x, t) {
      checkTime(t);
      checkCount(x);
      const {exactly, atLeast} = negativeBinomial(r, t / alpha, x);
      const chances = x + firstChance;
      let before = 1;
      for (let j = 0; j < chances - 1; j++) before *= (b + j) / (a + b + j);
      const after = chances === 0 ? 1 : (before * (b + chances - 1)) / (a + b + chances - 1);
      const dropsNow = chances === 0 ? 0 : (before * a) / (a + b + chances - 1);
      return exactly * after + atLeast * dropsNow;
    },
  };
  return model;
}
