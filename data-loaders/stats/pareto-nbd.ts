import {type DropoutIntegral, integrateDropout} from "./btyd/dropout-integral.ts";
import {groupRows} from "./btyd/group-rows.ts";
import {logistic} from "./btyd/logistic.ts";
import {negativeBinomial} from "./btyd/negative-binomial.ts";
import {paretoLikelihood} from "./btyd/pareto-likelihood.ts";
import type {PurchaseModel} from "./btyd/purchase-model.ts";
import {checkCount, checkPurchaseRow, checkTime} from "./btyd/purchase-row.ts";
import {sumLogLikelihood} from "./btyd/sum-log-likelihood.ts";
import type {ParetoNbdParameter} from "./fit-pareto-nbd.ts";
import {gaussLegendre} from "./gauss-legendre.ts";

const integral: DropoutIntegral = {log: 0, logAlpha: 0, shareAlpha: 0, logBeta: 0, shareBeta: 0};
const {nodes, weights} = gaussLegendre(12);
const PANELS = 40;

/**
 * Predictions of the Pareto/NBD (Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A Note on Deriving the
 * Pareto/NBD Model", eq. 17, 27, 36 and 41). Customers may drop out at any moment, so P(alive) is below 1 for everybody
 * whose last purchase is some time ago.
 */
export const paretoNbd: PurchaseModel<ParetoNbdParameter> = {
  parameterNames: ["r", "alpha", "s", "beta"],

  logLikelihood({r, alpha, s, beta}, rows) {
    const grouped = groupRows(rows);
    const point = Float64Array.of(r, alpha / grouped.timeUnit, s, beta / grouped.timeUnit).map(Math.log);
    return sumLogLikelihood(grouped, paretoLikelihood(grouped)(point, new Float64Array(4)));
  },

  probabilityAlive({r, alpha, s, beta}, customer) {
    checkPurchaseRow(customer, "customer");
    const {frequency, ageAtLastPurchase, age} = customer;
    if (age <= ageAtLastPurchase) return 1;
    integrateDropout({p: r + frequency, alpha, q: s + 1, beta}, ageAtLastPurchase, age, integral);
    const alive = -(r + frequency) * Math.log1p(age / alpha) - s * Math.log1p(age / beta);
    return logistic(alive - integral.log - Math.log(s / beta));
  },

  expectedTransactions(params, customer, t) {
    const {frequency, age} = customer;
    return (
      paretoNbd.probabilityAlive(params, customer) * paretoNbd.expectedTransactionsWhileAlive(params, frequency, age, t)
    );
  },

  expectedTransactionsWhileAlive({r, alpha, s, beta}, frequency, age, t) {
    checkTime(t);
    return ((r + frequency) / (alpha + age)) * (beta + age) * growLess(s - 1, t / (beta + age));
  },

  expectedTransactionsOfNewCustomer({r, alpha, s, beta}, t) {
    checkTime(t);
    return (r / alpha) * beta * growLess(s - 1, t / beta);
  },

  // Fader & Hardie (2006), "Deriving an Expression for P(X(t) = x) Under the Pareto/NBD Model": alive at t with x
  // purchases, or dropped out at τ < t with x until then. In ln(τ + the lesser scale) nothing is sharp.
  probabilityOfTransactions({r, alpha, s, beta}, x, t) {
    checkTime(t);
    checkCount(x);
    const alive = negativeBinomial(r, t / alpha, x).exactly * Math.exp(-s * Math.log1p(t / beta));
    const least = Math.min(alpha, beta);
    const width = Math.log1p(t / least) / PANELS;
    let dropped = 0;
    for (let panel = 0; panel < PANELS; panel++)
      for (let i = 0; i < nodes.length; i++) {
        const y = (panel + nodes[i]!) * width;
        const time = least * Math.expm1(y);
        const density = (s / beta) * Math.exp(-(s + 1) * Math.log1p(time / beta)) * least * Math.exp(y);
        dropped += weights[i]! * width * density * negativeBinomial(r, time / alpha, x).exactly;
      }
    return alive + dropped;
  },
};

/** (1 − (1 + v)^−ε)/ε, which is ln(1 + v) at ε = 0. */
function growLess(epsilon: number, v: number): number {
  const log = Math.log1p(v);
  return epsilon === 0 ? log : -Math.expm1(-epsilon * log) / epsilon;
}
