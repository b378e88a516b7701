import {bgNbd} from "./bg-nbd.ts";
import type {PurchaseModel} from "./btyd/purchase-model.ts";
import type {PurchaseRow} from "./btyd/purchase-row.ts";
import type {Fit} from "./fit.ts";
import {fitBgNbd} from "./fit-bg-nbd.ts";
import {fitMbgNbd} from "./fit-mbg-nbd.ts";
import {fitParetoNbd} from "./fit-pareto-nbd.ts";
import {mbgNbd} from "./mbg-nbd.ts";
import {paretoNbd} from "./pareto-nbd.ts";

/** A model of purchases under its name, whatever its parameters are called. */
interface NamedModel {
  model: PurchaseModel<string>;
  fit: (rows: readonly PurchaseRow[]) => Fit<string>;
}

export type PurchaseModelName = "bg-nbd" | "mbg-nbd" | "pareto-nbd";

/** The models of purchases that are fitted to a shop, the simplest first. */
export const purchaseModels: Readonly<Record<PurchaseModelName, NamedModel>> = {
  "bg-nbd": {model: bgNbd as PurchaseModel<string>, fit: fitBgNbd},
  "mbg-nbd": {model: mbgNbd as PurchaseModel<string>, fit: fitMbgNbd},
  "pareto-nbd": {model: paretoNbd as PurchaseModel<string>, fit: fitParetoNbd},
};

export const purchaseModelNames = Object.keys(purchaseModels) as PurchaseModelName[];
