import type {Fit} from "./fit.ts";

/** A parameter as `value_fits` keeps it. */
export interface FitRow {
  period: string;
  model: string;
  parameter: string;
  status: string;
  estimate: number | null;
  log_covariances: string | null;
  log_likelihood: number | null;
}

/** What predictions need of a fit. */
export type StoredFit = Pick<Fit<string>, "params" | "logCovariance" | "logLikelihood">;

/**
 * The fits of one period that ended at a maximum, by model.
 *
 * @param rows in the order of each model's parameters
 */
export function readFits(rows: readonly FitRow[], period: string): Map<string, StoredFit> {
  const fits = new Map<string, StoredFit>();
  for (const row of rows) {
    if (row.period !== period || row.status !== "ok") continue;
    const fit = fits.get(row.model) ?? {params: {}, logCovariance: [], logLikelihood: row.log_likelihood!};
    fits.set(row.model, fit);
    fit.params[row.parameter] = row.estimate!;
    if (row.log_covariances === null) fit.logCovariance = null;
    else fit.logCovariance?.push(row.log_covariances.split(" ").map(Number));
  }
  return fits;
}
