/** Why the result of a fit deserves a second look. */
export interface FitWarning {
  code:
    | "not-converged"
    | "dropout-not-identified"
    | "purchase-rates-not-identified"
    | "values-not-identified"
    | "at-boundary"
    | "few-repeat-customers"
    | "no-repeat-purchases"
    | "mean-value-not-finite";
  /** One readable, lower-case line. */
  message: string;
}

/** What maximum likelihood found. Times among the parameters are in the unit of the rows. */
export interface Fit<Name extends string> {
  params: Record<Name, number>;
  /**
   * From the curvature of the likelihood: infinite for a parameter that it leaves open or that stopped at a boundary, null
   * where the search did not end at a maximum.
   */
  standardErrors: Record<Name, number> | null;
  /** 95 % intervals, symmetric in the logarithm of each parameter; null where there are no standard errors. */
  intervals: Record<Name, [low: number, high: number]> | null;
  /**
   * Covariance of the logarithms of the parameters, by rows, in the order of `params`; what the delta method needs. Without
   * the directions that are left open, along which predictions do not change.
   */
  logCovariance: number[][] | null;
  logLikelihood: number;
  /** Customers that the likelihood is of. */
  customers: number;
  iterations: number;
  /** Whether the search ended at a maximum, or at the edge of the possible; read the warnings even so. */
  converged: boolean;
  warnings: FitWarning[];
}

export interface FitOptions {
  /** Most iterations of the optimiser; default 300. */
  maxIterations?: number;
}
