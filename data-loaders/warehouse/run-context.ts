import type {LoadedConfig} from "../config/load-config.ts";
import type {Engine} from "../engine/duckdb.ts";
import type {ArrowFile} from "./arrow-export.ts";
import type {Graph} from "./graph.ts";
import type {DeliveredSource} from "./model.ts";
import type {Month} from "./months.ts";
import type {Progress} from "./progress.ts";
import type {Store} from "./store.ts";

/** A table that is up to date. */
export interface Built {
  fingerprint: string;
  /** Stored files, in order; none for a view. */
  files: string[];
  /** Fingerprints by month, where the table has them. */
  months?: Record<string, string>;
  rows?: number;
  /** Fields that a source delivers. */
  fields?: readonly string[];
  /** The row of a table that has only one. */
  only?: Record<string, string>;
  /** The Arrow file of a published table. */
  arrow?: ArrowFile & {path: string};
}

/** What the making of a table may use of the run that it is part of. */
export interface RunContext {
  readonly graph: Graph;
  readonly loaded: LoadedConfig;
  /** Values of the `$names` in SQL. */
  readonly parameters: Record<string, string | number | boolean | null>;
  readonly built: Map<string, Built>;
  readonly store: Store;
  readonly progress: Progress;
  /** Sources in the store, by table name. */
  readonly sources: ReadonlyMap<string, DeliveredSource>;
  /** Every month of the data. */
  readonly months: Month[];
  engine(): Promise<Engine>;
  /** Lets the engine see a table or source, or some months of it. */
  show(name: string, range?: readonly [string, string]): Promise<void>;
}
