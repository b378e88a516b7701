import type {ShopConfig} from "../config/shop-schema.ts";
import type {Column} from "./contract.ts";
import type {Month} from "./months.ts";

/** A row of a model that is computed in TypeScript; dates are written `2026-10-31`. */
export type ModelRow = Record<string, string | number | boolean | null>;

/** A model written in TypeScript: for what SQL does not say well (statistics, tables that come from the configuration). */
export interface Model {
  grain: string;
  key: string[];
  columns: Column[];
  /** Tables that it reads; where there is none, its rows are few, and are not stored. */
  inputs: string[];
  /** Computed month by month. */
  isMonthly?: boolean;
  /** Months of a monthly input that one month needs (see Contract.reads). */
  reads?: Record<string, [number | string, number]>;
  /** Column whose months are fingerprinted apart (see Contract.monthsOf). */
  monthsOf?: string;
  /** The part of the configuration that it reads: its change rebuilds the table. */
  options?: (config: ShopConfig) => unknown;
  rows: (context: ModelContext) => Promise<ModelRow[]> | ModelRow[];
}

export interface ModelContext {
  config: ShopConfig;
  /** Every month of the data, where the model reads a table; for a monthly model, the months to compute now. */
  months: readonly Month[];
  /** Runs a query over the inputs. */
  query: <T = Record<string, unknown>>(sql: string) => Promise<T[]>;
}

/** Declares a model that is written in TypeScript. */
export function defineModel(model: Model): Model {
  return model;
}
