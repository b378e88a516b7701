import {betaGeometricLikelihood} from "./btyd/beta-geometric-likelihood.ts";
import {fitPurchaseModel} from "./btyd/fit-purchase-model.ts";
import type {PurchaseRow} from "./btyd/purchase-row.ts";
import type {Fit, FitOptions} from "./fit.ts";

export type BgNbdParameter = "r" | "alpha" | "a" | "b";

/**
 * Fits the BG/NBD (Fader, Hardie & Lee 2005, "Counting Your Customers the Easy Way", eq. 6) by maximum likelihood: purchase
 * rates are gamma(r, α), α in the rows' unit of time, and after each repeat purchase a customer drops out with a probability
 * that is beta(a, b). The log-likelihood is of (x, t_x), as published.
 *
 * @param rows customers, grouped or not, in any order
 * @throws RangeError without rows or with an invalid one, naming it
 */
export function fitBgNbd(rows: readonly PurchaseRow[], options: FitOptions = {}): Fit<BgNbdParameter> {
  return fitPurchaseModel(
    {
      parameterNames: ["r", "alpha", "a", "b"],
      times: ["alpha"],
      likelihood: (grouped) => betaGeometricLikelihood(grouped, false),
      dropoutStarts: [
        [1, 3],
        [0.2, 4],
      ],
    },
    rows,
    options,
  );
}
