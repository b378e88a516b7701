import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {ShopConfig} from "../config/shop-schema.ts";
import {quotePath, quoteText} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import {fingerprint} from "./fingerprint.ts";
import type {RunContext} from "./run-context.ts";

/** The table of earlier runs, and the one whose rows a run leaves to later ones. */
export const RUNS_BEFORE = "quality_before";
const MADE = "source_grades";

/** The quality of earlier runs, carried from one to the next; each shop, by its name, has its own. */
export interface CarriedRuns {
  /** Puts what earlier runs found in the place of the table `quality_before`. */
  show(): Promise<void>;
  /** After a run that succeeded: keeps what it found, unless its input is that of the last one. */
  keep(): Promise<void>;
}

/** A line of the state: what a run was given, and what it found in one source. */
interface KeptRow {
  input: string;
  run: number;
  [figure: string]: unknown;
}

/**
 * @param files per source, the hashes of its files
 * @throws UserError for state that is damaged
 */
export function carryRuns(
  run: RunContext,
  privateFolder: string,
  files: readonly (readonly [entity: string, sha256: readonly string[]])[],
): CarriedRuns {
  const {config} = run.loaded;
  const path = join(privateFolder, "state/quality", `${fingerprint(config.name)}.jsonl`);
  const input = fingerprint(describeInput(config, files));
  const kept = readRows(path);
  const isKept = kept.at(-1)?.input === input;
  const last = kept.at(-1)?.run ?? 0;
  // The run before is the last one that was given something else: the same input gives the same trend however often it comes.
  const before = isKept ? kept.filter((row) => row.run < last) : kept;
  return {
    async show() {
      const made = fingerprint(before);
      const stored = run.store.pathOf(RUNS_BEFORE, made, "parquet");
      if (before.length && run.store.find(stored) === undefined)
        await run.store.write(stored, (temporary) => writeTable(run, path, before.at(-1)!.run, temporary));
      run.built.set(RUNS_BEFORE, {fingerprint: made, files: before.length ? [stored] : [], rows: before.length});
    },
    async keep() {
      if (isKept || !run.built.has(MADE)) return;
      await run.show(MADE);
      const rows = await (await run.engine()).rows<Record<string, unknown>>(
        `SELECT ${quoteText(input)} AS input, ${last + 1} AS run, ${quoteText(String(run.parameters.last_day))} AS as_of, ${figures.join(", ")}
         FROM ${MADE} WHERE period = 'all' ORDER BY entity`,
      );
      appendRows(path, rows);
    },
  };
}

/** Columns of `quality_before` that a run finds itself. */
const figures = [
  "entity",
  ...["records", "accepted", "rejected", "declared", "duplicates", "repeated", "orphans", "out_of_range"],
  ...["needed_empty", "days_behind", "silent_days", "grade"],
];

async function writeTable(run: RunContext, path: string, last: number, target: string): Promise<{rows: number}> {
  const types = [
    ["run", "BIGINT"],
    ["as_of", "DATE"],
    ...figures.map((name) => [name, name === "entity" || name === "grade" ? "VARCHAR" : "BIGINT"]),
  ];
  const columns = types.map(([name, type]) => `${name}: '${type}'`).join(", ");
  const [copied] = await (await run.engine()).rows<{Count: bigint}>(
    `COPY (SELECT ${types.map(([name]) => name).join(", ")}
       FROM read_json(${quotePath(path)}, format = 'newline_delimited', columns = {${columns}})
       WHERE run <= ${last} ORDER BY run, entity) TO ${quoteText(target)} (FORMAT parquet)`,
  );
  return {rows: Number(copied!.Count)};
}

function readRows(path: string): KeptRow[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line, i) => {
      const row = parseRow(line);
      if (row) return row;
      throw new UserError(
        `${path}:${i + 1}: cannot be read; bring the file back, or remove it and have the trend begin anew`,
      );
    });
}

function parseRow(line: string): KeptRow | undefined {
  try {
    const row = JSON.parse(line) as KeptRow;
    return typeof row.input === "string" && Number.isSafeInteger(row.run) ? row : undefined;
  } catch {
    return undefined;
  }
}

function appendRows(path: string, rows: readonly Record<string, unknown>[]): void {
  const temporary = `${path}.${process.pid}.part`;
  mkdirSync(join(path, ".."), {recursive: true});
  try {
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    const lines = rows.map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === "bigint" ? Number(value) : value)),
    );
    writeFileSync(temporary, `${text}${lines.join("\n")}\n`);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, {force: true});
  }
}

/** All that decides what a run finds but the program itself. */
function describeInput(
  {asOf, timeZone, sources}: ShopConfig,
  files: readonly (readonly [string, readonly string[]])[],
): unknown {
  return [
    files.map(([entity, sha256]) => [entity, sha256, {...sources[entity], path: undefined, generate: undefined}]),
    asOf,
    timeZone,
  ];
}
