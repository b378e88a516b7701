import {fitPurchaseModel} from "./btyd/fit-purchase-model.ts";
import {paretoLikelihood} from "./btyd/pareto-likelihood.ts";
import type {PurchaseRow} from "./btyd/purchase-row.ts";
import type {Fit, FitOptions} from "./fit.ts";

export type ParetoNbdParameter = "r" | "alpha" | "s" | "beta";

/**
 * Fits the Pareto/NBD (Schmittlein, Morrison & Colombo 1987; likelihood of Fader & Hardie 2005, "A Note on Deriving the
 * Pareto/NBD Model", eq. 17) by maximum likelihood: purchase rates are gamma(r, α), dropout rates gamma(s, β), α and β in
 * the rows' unit of time.
 *
 * @param rows customers, grouped or not, in any order
 * @throws RangeError without rows or with an invalid one, naming it
 */
export function fitParetoNbd(rows: readonly PurchaseRow[], options: FitOptions = {}): Fit<ParetoNbdParameter> {
  return fitPurchaseModel(
    {
      parameterNames: ["r", "alpha", "s", "beta"],
      times: ["alpha", "beta"],
      likelihood: paretoLikelihood,
      dropoutStarts: [
        [0.5, 0.3],
        [1, 3],
      ],
    },
    rows,
    options,
  );
}
