import {existsSync, mkdirSync, readdirSync, renameSync} from "node:fs";
import {rm} from "node:fs/promises";
import {join} from "node:path";
import type {Engine} from "../engine/duckdb.ts";
import {quotePath, quoteText, toLiteral} from "../engine/sql-text.ts";
import {checkContract} from "./checks.ts";
import {fingerprint} from "./fingerprint.ts";
import {type GraphNode, SNAPSHOT_MONTHS} from "./graph.ts";
import {countMonthsRead} from "./input-fingerprints.ts";
import type {Month} from "./months.ts";
import {bindChecks, explain, selectOf, showInputs} from "./prepare-table.ts";
import type {Built, RunContext} from "./run-context.ts";
import type {Description} from "./store-table.ts";
import {fingerprintOf} from "./table-fingerprint.ts";

/** Brings a monthly table up to date: the months whose definition or inputs changed, several in one statement. */
export async function buildMonths(run: RunContext, node: GraphNode): Promise<Built> {
  const {store, progress} = run;
  const plan = run.months.map((month) => {
    const made = fingerprintOf(run, node, month);
    return {month, made, path: store.pathOf(node.name, `${month.month.slice(0, 7)}-${made}`, "parquet")};
  });
  const missing = plan.filter(({path}) => !store.find(path));
  if (missing.length) {
    const end = progress.start(node.file);
    let rows = 0;
    for (const batch of cutIntoBatches(run, node, missing)) rows += await storeMonths(run, node, batch);
    end(
      `${rows.toLocaleString("en")} rows${missing.length < plan.length ? `, ${missing.length} of ${plan.length} months` : ""}`,
    );
  }
  return {
    fingerprint: fingerprint(plan.map(({made}) => made)),
    files: plan.map(({path}) => path),
    months: Object.fromEntries(plan.map(({month, made}) => [month.month, made])),
  };
}

interface PlannedMonth {
  month: Month;
  path: string;
}

/** As many months at once as keep the rows that a statement touches within a bound: all of a small shop, few of a large one. */
function cutIntoBatches(run: RunContext, node: GraphNode, missing: readonly PlannedMonth[]): PlannedMonth[][] {
  const people = run.built.get("persons")?.rows ?? 0;
  const monthlyInputs = node.inputs.filter((input) => run.graph.get(input)?.contract.isMonthly);
  const earlier = Math.max(0, ...monthlyInputs.map((input) => countMonthsRead(node, input, run.parameters) - 1));
  const size = Math.max(1, Math.floor(ROWS_AT_ONCE / (people + 1)) - earlier);
  return Array.from({length: Math.ceil(missing.length / size)}, (_, i) => missing.slice(i * size, (i + 1) * size));
}

const ROWS_AT_ONCE = 8_000_000;

async function storeMonths(run: RunContext, node: GraphNode, batch: readonly PlannedMonth[]): Promise<number> {
  const engine = await run.engine();
  const {name, file} = node;
  const months = batch.map(({month}) => month);
  await showInputs(run, node, months);
  await engine.run(viewOfMonths(months));
  const folder = `${batch[0]!.path}.${process.pid}.parts`;
  try {
    const sql = await selectOf(run, engine, node, months);
    mkdirSync(folder, {recursive: true});
    const [copied] = await explain(file, () =>
      engine.rows<{Count: bigint}>(
        `COPY (${sql}) TO ${quoteText(folder)} (FORMAT parquet, PARTITION_BY (month), WRITE_PARTITION_COLUMNS true)`,
      ),
    );
    const checked = `checked_${name}`;
    const from =
      copied!.Count === 0n
        ? `(${sql})`
        : `read_parquet([${listParts(folder).map(quotePath).join(", ")}], hive_partitioning = false)`;
    await engine.run(`CREATE OR REPLACE TEMP VIEW ${checked} AS SELECT * FROM ${from}`);
    await explain(file, () => checkContract(engine, checked, file, bindChecks(node, run.parameters)));
    const parts = batch.map(({month, path}) => ({month: month.month, path, part: findOnlyPart(folder, month.month)}));
    // Parts are moved away last: the view reads them.
    for (const {month, path, part} of parts)
      if (part === undefined) await writeMonth(run, engine, checked, month, path);
    for (const {path, part} of parts) if (part !== undefined) await moveMonth(run, part, path);
    return Number(copied!.Count);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function listParts(folder: string): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".parquet"));
  return names.sort().map((name) => join(folder, name));
}

/** The file that holds all rows of a month, where there is exactly one. */
function findOnlyPart(folder: string, month: string): string | undefined {
  const part = join(folder, `month=${month}`);
  const pieces = existsSync(part) ? readdirSync(part) : [];
  return pieces.length === 1 ? join(part, pieces[0]!) : undefined;
}

/** Writes a month that came in pieces, or without rows: then it gets a file that says so. */
async function writeMonth(
  run: RunContext,
  engine: Engine,
  checked: string,
  month: string,
  path: string,
): Promise<void> {
  await run.store.write<Description>(path, async (temporary) => {
    await engine.run(
      `COPY (SELECT * FROM ${checked} WHERE month = DATE ${quoteText(month)}) TO ${quoteText(temporary)} (FORMAT parquet)`,
    );
    return {rows: 0};
  });
}

/** Puts a month's part into its place. */
async function moveMonth(run: RunContext, part: string, path: string): Promise<void> {
  await run.store.write<Description>(path, async (temporary) => {
    renameSync(part, temporary);
    return {rows: 0};
  });
}

/** What a monthly table's SQL calls `snapshot_months`: the months to compute now. */
function viewOfMonths(months: readonly Month[]): string {
  const rows = months.map(
    ({month, monthEnd, windowStart}) => `(${[month, monthEnd, windowStart].map(toLiteral).join(", ")})`,
  );
  return `CREATE OR REPLACE TEMP VIEW ${SNAPSHOT_MONTHS} AS SELECT * FROM (VALUES ${rows.join(", ")}) AS m (month, month_end, window_start)`;
}
