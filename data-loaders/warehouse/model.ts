import type {ShopConfig} from "../config/shop-schema.ts";
import type {Column} from "./contract.ts";
import type {FieldUsage} from "./field-usage.ts";
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
  /** Inputs without which it has no rows (see Contract.emptyWithout). */
  emptyWithout?: string[];
  /** The part of the configuration that it reads: its change rebuilds the table. */
  options?: (config: ShopConfig) => unknown;
  /** Computed from what the tables read of each other, and from no row: a change of any definition rebuilds the table. */
  readsGraph?: true;
  rows: (context: ModelContext) => Promise<ModelRow[]> | ModelRow[];
}

export interface ModelContext {
  config: ShopConfig;
  /** Every month of the data, where the model reads a table; for a monthly model, the months to compute now. */
  months: readonly Month[];
  /** Runs a query over the inputs. */
  query: <T = Record<string, unknown>>(sql: string) => Promise<T[]>;
  /** The SELECT of an input that is written in SQL: for a model that asks the same of other months. */
  definition: (table: string) => Promise<string>;
  /** The same as `query`, where all columns are integers and never null: columns, for kernels over millions of lines. */
  integers: (sql: string) => Promise<Int32Array[]>;
  /** The sources that the shop has, by table name, rejected rows and all; for a model that names each of them as an input. */
  sources: ReadonlyMap<string, DeliveredSource>;
  /** Which fields of the sources the shop has, and which tables use them; for a model that reads the graph. */
  fieldUsage: () => Promise<FieldUsage[]>;
}

interface RejectCount {
  rule: string;
  field: string;
  count: number;
  isDeclared: boolean;
}

/** A source as it lies in the store. */
export interface DeliveredSource {
  entity: string;
  kind: string;
  path: string;
  /** Fields of the entity that it delivers. */
  fields: readonly string[];
  /** Those that name a row; none where rows have no key. */
  key: readonly string[];
  /** What reading each file came to, and its rows in the store, rejected ones included. */
  files: readonly {report: {rejected: number; rejects: readonly RejectCount[]}; rows: number}[];
}

/** Declares a model that is written in TypeScript. */
export function defineModel(model: Model): Model {
  return model;
}
