import type {PurchaseModelName} from "./purchase-models.ts";

/** What speaks for a model of purchases. */
export interface Candidate {
  name: PurchaseModelName;
  /** Its search ended at a maximum. */
  isUsable: boolean;
  logLikelihood: number;
  /** Of the backtest: see `scorePredictions`; null where the data are too short for one. */
  classError: number | null;
}

/** Why a model was chosen: it predicted best, it fits best, it was asked for, it is the only one; or none can be. */
export type ChoiceReason = "backtest" | "likelihood" | "configured" | "only" | "none";

export interface Choice {
  name: PurchaseModelName | null;
  reason: ChoiceReason;
}

/** A difference in the error of classes that says nothing. */
const NEGLIGIBLE = 0.01;

/**
 * The model that a shop's customers are valued by: the one asked for where it is usable; else the one whose predictions of the
 * months held out were off least by class of frequency, and among those that did about equally well the most likely one;
 * without a backtest the most likely one of all.
 */
export function choosePurchaseModel(candidates: readonly Candidate[], asked: PurchaseModelName | "auto"): Choice {
  const usable = candidates.filter(({isUsable}) => isUsable);
  if (usable.some(({name}) => name === asked)) return {name: asked as PurchaseModelName, reason: "configured"};
  if (usable.length < 2) return {name: usable[0]?.name ?? null, reason: usable.length === 0 ? "none" : "only"};
  const tested = usable.flatMap((own) => (own.classError === null ? [] : [{...own, classError: own.classError}]));
  if (tested.length === usable.length) {
    const least = Math.min(...tested.map(({classError}) => classError));
    const best = tested.filter(({classError}) => classError <= least + NEGLIGIBLE);
    return {name: findMostLikely(best), reason: "backtest"};
  }
  return {name: findMostLikely(usable), reason: "likelihood"};
}

function findMostLikely(candidates: readonly Candidate[]): PurchaseModelName {
  return candidates.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a)).name;
}
