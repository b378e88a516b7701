import {existsSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import type {ArrowFile} from "./arrow-export.ts";
import {checkContract} from "./checks.ts";
import type {Contract} from "./contract.ts";
import type {Engine} from "./engine.ts";
import {fingerprint} from "./fingerprint.ts";
import {bindNode, bindText, type GraphNode, nameOfPublished, SNAPSHOT_MONTHS} from "./graph.ts";
import {hashCode} from "./hash-code.ts";
import {countMonthsRead, fingerprintInputs, monthsToRead} from "./input-fingerprints.ts";
import {loadExporter} from "./load-exporter.ts";
import type {Month} from "./months.ts";
import {quoteText, toLiteral} from "./sql-text.ts";
import type {Built, Warehouse} from "./warehouse.ts";
import {writeRows} from "./write-rows.ts";

/** What is kept beside a stored table. */
interface Description {
  rows: number;
  /** Fingerprints of the content by month. */
  months?: Record<string, string>;
  /** The row of a table that has only one. */
  only?: Record<string, string>;
  arrow?: ArrowFile;
}

/** Brings one table up to date; a table whose definition and inputs are unchanged costs nothing. */
export async function buildNode(warehouse: Warehouse, node: GraphNode): Promise<Built> {
  if (node.contract.isView) return {fingerprint: fingerprintOf(warehouse, node), files: []};
  if (node.layer === "published") return publish(warehouse, node);
  if (node.contract.isMonthly) return buildMonths(warehouse, node);
  const made = fingerprintOf(warehouse, node);
  const path = warehouse.store.pathOf(node.name, made, "parquet");
  const found =
    warehouse.store.find<Description>(path) ?? (await timed(warehouse, node, () => storeTable(warehouse, node, path)));
  const {rows, months, only} = found;
  return {fingerprint: made, files: [path], rows, ...(months ? {months} : {}), ...(only ? {only} : {})};
}

/** The stored Arrow file of a published table, by the name of its file: `segment-sizes`. */
export async function arrowFileOf(warehouse: Warehouse, name: string): Promise<string> {
  const table = nameOfPublished(name);
  await warehouse.ensure([table]);
  return warehouse.built.get(table)!.arrow!.path;
}

async function buildMonths(warehouse: Warehouse, node: GraphNode): Promise<Built> {
  const {store, progress} = warehouse;
  const plan = warehouse.months.map((month) => {
    const made = fingerprintOf(warehouse, node, month);
    return {month, made, path: store.pathOf(node.name, `${month.month.slice(0, 7)}-${made}`, "parquet")};
  });
  const missing = plan.filter(({path}) => !store.find(path));
  if (missing.length) {
    progress.start(node.file);
    let rows = 0;
    for (const batch of cutIntoBatches(warehouse, node, missing)) rows += await storeMonths(warehouse, node, batch);
    progress.end(
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
function cutIntoBatches(warehouse: Warehouse, node: GraphNode, missing: readonly PlannedMonth[]): PlannedMonth[][] {
  const people = warehouse.built.get("persons")?.rows ?? 0;
  const monthlyInputs = node.inputs.filter((input) => warehouse.graph.get(input)?.contract.isMonthly);
  const earlier = Math.max(0, ...monthlyInputs.map((input) => countMonthsRead(node, input, warehouse.parameters) - 1));
  const size = Math.max(1, Math.floor(ROWS_AT_ONCE / (people + 1)) - earlier);
  return Array.from({length: Math.ceil(missing.length / size)}, (_, i) => missing.slice(i * size, (i + 1) * size));
}

const ROWS_AT_ONCE = 8_000_000;

async function storeMonths(warehouse: Warehouse, node: GraphNode, batch: readonly PlannedMonth[]): Promise<number> {
  const engine = await warehouse.engine();
  const {name, file} = node;
  const months = batch.map(({month}) => month);
  await showInputs(warehouse, node, months);
  await engine.run(viewOfMonths(months));
  const folder = `${batch[0]!.path}.${process.pid}.parts`;
  try {
    const sql = await selectOf(warehouse, engine, node, months);
    mkdirSync(folder, {recursive: true});
    const [copied] = await explain(file, () =>
      engine.rows<{Count: bigint}>(
        `COPY (${sql}) TO ${quoteText(folder)} (FORMAT parquet, PARTITION_BY (month), WRITE_PARTITION_COLUMNS true)`,
      ),
    );
    const checked = `checked_${name}`;
    await engine.run(
      `CREATE OR REPLACE TEMP VIEW ${checked} AS ${copied!.Count === 0n ? `SELECT * FROM (${sql})` : `SELECT * FROM read_parquet(${quoteText(`${folder}/*/*.parquet`)}, hive_partitioning = false)`}`,
    );
    await explain(file, () => checkContract(engine, checked, file, bindChecks(node, warehouse.parameters)));
    const parts = batch.map(({month, path}) => ({month: month.month, path, part: findOnlyPart(folder, month.month)}));
    // Parts are moved away last: the view reads them.
    for (const {month, path, part} of parts)
      if (part === undefined) await writeMonth(warehouse, engine, checked, month, path);
    for (const {path, part} of parts) if (part !== undefined) await moveMonth(warehouse, part, path);
    return Number(copied!.Count);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The file that holds all rows of a month, where there is exactly one. */
function findOnlyPart(folder: string, month: string): string | undefined {
  const part = join(folder, `month=${month}`);
  const pieces = existsSync(part) ? readdirSync(part) : [];
  return pieces.length === 1 ? join(part, pieces[0]!) : undefined;
}

/** Writes a month that came in pieces, or without rows: then it gets a file that says so. */
async function writeMonth(
  warehouse: Warehouse,
  engine: Engine,
  checked: string,
  month: string,
  path: string,
): Promise<void> {
  await warehouse.store.write<Description>(path, async (temporary) => {
    await engine.run(
      `COPY (SELECT * FROM ${checked} WHERE month = DATE ${quoteText(month)}) TO ${quoteText(temporary)} (FORMAT parquet)`,
    );
    return {rows: 0};
  });
}

/** Puts a month's part into its place. */
async function moveMonth(warehouse: Warehouse, part: string, path: string): Promise<void> {
  await warehouse.store.write<Description>(path, async (temporary) => {
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

async function storeTable(warehouse: Warehouse, node: GraphNode, path: string): Promise<Description> {
  const engine = await warehouse.engine();
  await showInputs(warehouse, node);
  return warehouse.store.write(path, async (temporary) => {
    const sql = await selectOf(warehouse, engine, node);
    const {name, file} = node;
    const contract = bindChecks(node, warehouse.parameters);
    const [copied] = await explain(file, () =>
      engine.rows<{Count: bigint}>(`COPY (${sql}) TO ${quoteText(temporary)} (FORMAT parquet)`),
    );
    const checked = `checked_${name}`;
    await engine.run(`CREATE OR REPLACE TEMP VIEW ${checked} AS SELECT * FROM read_parquet(${quoteText(temporary)})`);
    await explain(file, () => checkContract(engine, checked, file, contract));
    const rows = Number(copied!.Count);
    const months = contract.monthsOf ? await fingerprintMonths(engine, checked, contract.monthsOf) : undefined;
    const only = rows === 1 ? await readOnlyRow(engine, checked) : undefined;
    return {rows, ...(months ? {months} : {}), ...(only ? {only} : {})};
  });
}

async function publish(warehouse: Warehouse, node: GraphNode): Promise<Built> {
  const {store} = warehouse;
  const {name, file, contract} = node;
  const made = fingerprint([fingerprintOf(warehouse, node), hashCode(join(import.meta.dirname, "arrow-export.ts"))]);
  const path = store.pathOf(name, made, "arrow");
  const described = store.find<Description>(path) ?? (await timed(warehouse, node, write));
  return {fingerprint: made, files: [], rows: described.rows, arrow: {...described.arrow!, path}};

  async function write(): Promise<Description> {
    const {exportArrow} = await loadExporter();
    if (contract.columns.length === 0) throw new UserError(`${file}: the head comment declares no columns`);
    const engine = await warehouse.engine();
    await showInputs(warehouse, node);
    return store.write(path, async (temporary) => {
      const sql = await selectOf(warehouse, engine, node);
      await explain(file, () => engine.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`));
      await explain(file, () => checkContract(engine, name, file, bindChecks(node, warehouse.parameters)));
      const arrow = await explain(file, () => exportArrow(engine, name, contract.columns, contract.key, temporary));
      await engine.run(`DROP TABLE ${name}`);
      if (arrow.rows === 0) warehouse.progress.note(`${file}: no rows`);
      return {rows: arrow.rows, arrow};
    });
  }
}

/** Lets the engine see what a table reads, and of monthly inputs only the months that are needed. */
async function showInputs(warehouse: Warehouse, node: GraphNode, months?: readonly Month[]): Promise<void> {
  for (const input of node.inputs) {
    if (input === SNAPSHOT_MONTHS) continue;
    const isCut = months && warehouse.graph.get(input)?.contract.isMonthly;
    const ranges = isCut ? months.map(({month}) => monthsToRead(node, input, warehouse.parameters, month)) : [];
    await warehouse.show(input, isCut ? [ranges[0]![0], ranges.at(-1)![1]] : undefined);
  }
}

function bindChecks(node: GraphNode, values: Warehouse["parameters"]): Contract {
  return {
    ...node.contract,
    checks: node.contract.checks.map(({rule, sql}) => ({rule, sql: bindText(node.file, sql, values).sql})),
  };
}

/** The SELECT that makes a table; rows that are computed in TypeScript are put into a temporary table first. */
async function selectOf(
  warehouse: Warehouse,
  engine: Engine,
  node: GraphNode,
  months: readonly Month[] = warehouse.months,
): Promise<string> {
  const {model, name, file} = node;
  if (!model) return bindNode(node, warehouse.parameters).sql;
  const rows = await explain(file, async () =>
    model.rows({config: warehouse.loaded.config, months, query: (sql) => engine.rows(sql)}),
  );
  const table = `rows_of_${name}`;
  await writeRows(engine, table, model.columns, rows, file);
  const columns = model.columns.map((column) =>
    column.type === "money" ? `CAST(${column.name} AS DECIMAL(18, 4)) AS ${column.name}` : column.name,
  );
  return `SELECT ${columns.join(", ")} FROM ${table}`;
}

function fingerprintOf(warehouse: Warehouse, node: GraphNode, month?: Month): string {
  const {parameters, built} = warehouse;
  const texts = [node.sql ?? "", ...node.contract.checks.map(({sql}) => sql)];
  const used = texts
    .flatMap((sql) => bindText(node.file, sql, parameters).used)
    .map((name) => [name, parameters[name]]);
  const options = node.model?.options?.(warehouse.loaded.config);
  return fingerprint([node.codeHash, used, options, month, fingerprintInputs(built, node, parameters, month?.month)]);
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

async function timed(warehouse: Warehouse, node: GraphNode, build: () => Promise<Description>): Promise<Description> {
  warehouse.progress.start(node.file);
  const description = await build();
  warehouse.progress.end(`${description.rows.toLocaleString("en")} rows`);
  return description;
}

/** An engine error in a file that somebody wrote is that person's: name the file, and leave out the stack. */
async function explain<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file}: ${(error as Error).message}`);
  }
}
