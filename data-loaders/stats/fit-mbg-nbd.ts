import {betaGeometricLikelihood} from "./btyd/beta-geometric-likelihood.ts";
import {fitPurchaseModel} from "./btyd/fit-purchase-model.ts";
import type {PurchaseRow} from "./btyd/purchase-row.ts";
import type {Fit, FitOptions} from "./fit.ts";
import type {BgNbdParameter} from "./fit-bg-nbd.ts";

/**
 * Fits the MBG/NBD (Batislam, Denizel & Filiztekin 2007, eq. 3) by maximum likelihood: the BG/NBD in which a customer may
 * also drop out right after the first purchase, so that P(alive) is below 1 without a repeat purchase.
 *
 * @param rows customers, grouped or not, in any order
 * @throws RangeError without rows or with an invalid one, naming it
 */
export function fitMbgNbd(rows: readonly PurchaseRow[], options: FitOptions = {}): Fit<BgNbdParameter> {
  return fitPurchaseModel(
    {
      parameterNames: ["r", "alpha", "a", "b"],
      times: ["alpha"],
      likelihood: (grouped) => betaGeometricLikelihood(grouped, true),
      dropoutStarts: [
        [1, 3],
        [0.2, 4],
      ],
    },
    rows,
    options,
  );
}
