import {expect, test} from "vitest";
import {type Candidate, choosePurchaseModel} from "../../../data-loaders/stats/choose-purchase-model.ts";

const candidates = (errors: readonly (number | null)[], likelihoods = [-100, -90, -80]): Candidate[] =>
  (["bg-nbd", "mbg-nbd", "pareto-nbd"] as const).map((name, i) => ({
    name,
    isUsable: true,
    logLikelihood: likelihoods[i]!,
    classError: errors[i]!,
  }));

test("the model that was off least, of equally good ones the most likely", () => {
  expect(choosePurchaseModel(candidates([0.1, 0.05, 0.2]), "auto")).toEqual({name: "mbg-nbd", reason: "backtest"});
  expect(choosePurchaseModel(candidates([0.1, 0.109, 0.2]), "auto")).toEqual({name: "mbg-nbd", reason: "backtest"});
  expect(choosePurchaseModel(candidates([0.1, 0.1, 0.1], [-80, -80, -80]), "auto").name).toBe("bg-nbd");
});

test("without a backtest the most likely", () => {
  expect(choosePurchaseModel(candidates([null, null, null]), "auto")).toEqual({
    name: "pareto-nbd",
    reason: "likelihood",
  });
});

test("the one asked for, unless it cannot be used; the only one; none", () => {
  const all = candidates([0.1, 0.05, 0.2]);
  expect(choosePurchaseModel(all, "pareto-nbd")).toEqual({name: "pareto-nbd", reason: "configured"});
  const failed = all.map((own) => ({...own, isUsable: own.name !== "pareto-nbd"}));
  expect(choosePurchaseModel(failed, "pareto-nbd")).toEqual({name: "mbg-nbd", reason: "backtest"});
  const one = all.map((own) => ({...own, isUsable: own.name === "bg-nbd"}));
  expect(choosePurchaseModel(one, "auto")).toEqual({name: "bg-nbd", reason: "only"});
  expect(choosePurchaseModel([], "auto")).toEqual({name: null, reason: "none"});
});
