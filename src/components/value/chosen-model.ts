import type {BacktestScoreRow, ValueModelRow} from "./value-rows.ts";

/** What is known of the model that customers are valued by. */
export interface ChosenModel {
  method: string;
  /** Why it was chosen: backtest, likelihood, configured, only. */
  reason: string;
  /** Whether the data show that customers leave for good: without that a probability of being alive says nothing. */
  isDropoutKnown: boolean;
  /** Whether values of purchases are modelled too; otherwise every purchase is worth the average. */
  isValueKnown: boolean;
  /** Error of the total in the backtest, as a share of what came; null where there was none. */
  purchaseError: number | null;
  revenueError: number | null;
}

/** The chosen model, or null where none could be fitted. */
export function findChosenModel(
  models: readonly ValueModelRow[],
  scores: readonly BacktestScoreRow[],
): ChosenModel | null {
  const now = models.filter(({period}) => period === "all");
  const chosen = now.find(({is_chosen, model}) => is_chosen && model !== "gamma-gamma");
  if (!chosen) return null;
  const error = (measure: BacktestScoreRow["measure"]) => {
    const own = scores.find((row) => row.method === chosen.model && row.measure === measure && row.frequency === null);
    return own?.actual && own.expected !== null ? own.expected / own.actual - 1 : null;
  };
  return {
    method: chosen.model,
    reason: chosen.reason ?? "only",
    isDropoutKnown: !chosen.warnings?.split(" ").includes("dropout-not-identified"),
    isValueKnown: now.some(({model, status}) => model === "gamma-gamma" && status === "ok"),
    purchaseError: error("purchases"),
    revenueError: error("revenue"),
  };
}
