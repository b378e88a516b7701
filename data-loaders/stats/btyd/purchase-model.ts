import type {PurchaseRow} from "./purchase-row.ts";

/**
 * A buy-till-you-die model: customers buy at random at a rate of their own until they drop out unseen. Rates and dropout
 * differ between customers; the parameters describe how. All times are in the unit that the parameters were fitted in. Functions throw a RangeError for an impossible history, number or time.
 */
export interface PurchaseModel<Name extends string> {
  /** Names of the parameters, all of them above 0. */
  parameterNames: readonly Name[];
  /** Sum over customers; see the fit for which constants it has. */
  logLikelihood(params: Record<Name, number>, rows: readonly PurchaseRow[]): number;
  /** The probability that a customer has not dropped out at T, in [0, 1]. */
  probabilityAlive(params: Record<Name, number>, customer: PurchaseRow): number;
  /** E[Y(t)]: purchases in (T, T + t] to be expected of a customer. */
  expectedTransactions(params: Record<Name, number>, customer: PurchaseRow, t: number): number;
  /** The same of somebody who is known not to have dropped out; of the history only x and T matter. */
  expectedTransactionsWhileAlive(params: Record<Name, number>, frequency: number, age: number, t: number): number;
  /** E[X(t)]: repeat purchases to be expected of somebody in the time t after the first purchase. */
  expectedTransactionsOfNewCustomer(params: Record<Name, number>, t: number): number;
  /** P(X(t) = x): the probability of exactly x repeat purchases in the time t after the first one. */
  probabilityOfTransactions(params: Record<Name, number>, x: number, t: number): number;
}
