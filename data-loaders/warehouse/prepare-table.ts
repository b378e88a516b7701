import type {Engine} from "../engine/duckdb.ts";
import {UserError} from "../user-error.ts";
import type {Contract} from "./contract.ts";
import {listFieldUsage} from "./field-usage.ts";
import {bindNode, bindText, type GraphNode, SNAPSHOT_MONTHS} from "./graph.ts";
import {monthsToRead} from "./input-fingerprints.ts";
import type {Month} from "./months.ts";
import {readIntegers} from "./read-integers.ts";
import type {RunContext} from "./run-context.ts";
import {writeRows} from "./write-rows.ts";

/** Lets the engine see what a table reads, and of monthly inputs only the months that are needed. */
export async function showInputs(run: RunContext, node: GraphNode, months?: readonly Month[]): Promise<void> {
  if (node.model?.readsGraph) return;
  for (const input of node.inputs) {
    if (input === SNAPSHOT_MONTHS) continue;
    const isCut = months && run.graph.get(input)?.contract.isMonthly;
    const ranges = isCut ? months.map(({month}) => monthsToRead(node, input, run.parameters, month)) : [];
    await run.show(input, isCut ? [ranges[0]![0], ranges.at(-1)![1]] : undefined);
  }
}

/** A table's contract with the `$names` in its checks replaced. */
export function bindChecks(node: GraphNode, values: RunContext["parameters"]): Contract {
  return {
    ...node.contract,
    checks: node.contract.checks.map(({rule, sql}) => ({rule, sql: bindText(node.file, sql, values).sql})),
  };
}

/** The SELECT that makes a table; rows that are computed in TypeScript are put into a temporary table first. */
export async function selectOf(
  run: RunContext,
  engine: Engine,
  node: GraphNode,
  months: readonly Month[] = run.months,
): Promise<string> {
  const {model, name, file} = node;
  if (!model) return bindNode(node, run.parameters).sql;
  const rows = await explain(file, async () =>
    model.rows({
      config: run.loaded.config,
      months,
      query: (sql) => engine.rows(sql),
      definition: async (table) => bindNode(run.graph.get(table)!, run.parameters).sql,
      integers: (sql) => readIntegers(engine, sql),
      sources: run.sources,
      fieldUsage: () => listFieldUsage(run, engine),
    }),
  );
  const table = `rows_of_${name}`;
  await writeRows(engine, table, model.columns, rows, file);
  const columns = model.columns.map((column) =>
    column.type === "money" ? `CAST(${column.name} AS DECIMAL(18, 4)) AS ${column.name}` : column.name,
  );
  return `SELECT ${columns.join(", ")} FROM ${table}`;
}

/** An engine error in a file that somebody wrote is that person's: name the file, and leave out the stack. */
export async function explain<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file}: ${(error as Error).message}`);
  }
}
