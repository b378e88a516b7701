import type {Engine} from "../engine/duckdb.ts";
import {quotePath, quoteText} from "../engine/sql-text.ts";
import type {ArrowFile} from "./arrow-export.ts";
import {checkContract} from "./checks.ts";
import type {GraphNode} from "./graph.ts";
import {bindChecks, explain, selectOf, showInputs} from "./prepare-table.ts";
import type {RunContext} from "./run-context.ts";

/** What is kept beside a stored table. */
export interface Description {
  rows: number;
  /** Fingerprints of the content by month. */
  months?: Record<string, string>;
  /** The row of a table that has only one. */
  only?: Record<string, string>;
  arrow?: ArrowFile;
}

/** Computes a table and puts it into the store, checked. */
export async function storeTable(run: RunContext, node: GraphNode, path: string): Promise<Description> {
  const engine = await run.engine();
  await showInputs(run, node);
  return run.store.write(path, async (temporary) => {
    const sql = await selectOf(run, engine, node);
    const {name, file} = node;
    const contract = bindChecks(node, run.parameters);
    const [copied] = await explain(file, () =>
      engine.rows<{Count: bigint}>(`COPY (${sql}) TO ${quoteText(temporary)} (FORMAT parquet)`),
    );
    const checked = `checked_${name}`;
    await engine.run(
      `CREATE OR REPLACE TEMP VIEW ${checked} AS SELECT * FROM read_parquet(${quotePath(temporary)}, hive_partitioning = false)`,
    );
    await explain(file, () => checkContract(engine, checked, file, contract));
    const rows = Number(copied!.Count);
    const months = contract.monthsOf ? await fingerprintMonths(engine, checked, contract.monthsOf) : undefined;
    const only = rows === 1 ? await readOnlyRow(engine, checked) : undefined;
    return {rows, ...(months ? {months} : {}), ...(only ? {only} : {})};
  });
}

/** The content of each month apart, in an order-free way; columns named after `without` do not count. */
async function fingerprintMonths(engine: Engine, table: string, monthsOf: string): Promise<Record<string, string>> {
  const [, column, without] = /^(\w+)(?:, without ([\w, ]+))?$/.exec(monthsOf)!;
  const content = without ? `(SELECT * EXCLUDE (${without}) FROM ${table})` : table;
  const rows = await engine.rows<{month: string; made: string}>(
    `SELECT strftime(date_trunc('month', ${column}), '%Y-%m-01') AS month, concat_ws(' ', count(*), bit_xor(hash(t)), sum(CAST(hash(t) AS HUGEINT))) AS made
     FROM ${content} t GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({month, made}) => [month, made]));
}

async function readOnlyRow(engine: Engine, table: string): Promise<Record<string, string>> {
  const [row] = await engine.rows<Record<string, string>>(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${table}`);
  return row!;
}
