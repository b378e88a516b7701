import type {Engine} from "../engine/duckdb.ts";
import {quotePath} from "../engine/sql-text.ts";
import type {CandidateKind} from "./candidates.ts";
import {type PrivateKind, privateFields, publicFields} from "./private-fields.ts";

/** The shop's sources as they lie in the store, by table name: `source_orders`. */
export type StoredSources = ReadonlyMap<string, {path: string; fields: readonly string[]}>;

/** A candidate that is one of the shop's own values, and the field that has it. */
export interface PrivateValue {
  kind: CandidateKind;
  value: string;
  field: string;
}

/** The words that somebody's name begins with, the first name or the last one first; none where no source has names. */
export async function findNameStarts(engine: () => Promise<Engine>, sources: StoredSources): Promise<Set<string>> {
  const starts = new Set<string>();
  for (const {path, sql} of listColumns(sources, "name")) {
    const rows = await (await engine()).rows<{word: string}>(
      `SELECT DISTINCT split_part(${sql}, ' ', 1) AS word FROM read_parquet(${quotePath(path)}, hive_partitioning = false)`,
    );
    for (const {word} of rows) if (word) starts.add(word);
  }
  return starts;
}

/**
 * Looks candidates up among the shop's private values. Candidates are few and values many: the engine reads each column
 * once, beside a hash table of the candidates, so that a million customers take a second at most.
 */
export async function findPrivateValues(
  engine: Engine,
  sources: StoredSources,
  candidates: ReadonlyMap<CandidateKind, Iterable<string>>,
): Promise<PrivateValue[]> {
  const found: PrivateValue[] = [];
  for (const [kind, values] of candidates) {
    const table = `site_${kind}s`;
    if (!(await putValues(engine, table, values))) continue;
    for (const {path, field, sql} of listColumns(sources, kind)) {
      const rows = await engine.rows<{value: string}>(
        `SELECT DISTINCT value FROM (SELECT ${sql} AS value FROM read_parquet(${quotePath(path)}, hive_partitioning = false)) WHERE value IN (SELECT value FROM ${table}) ORDER BY value`,
      );
      found.push(...rows.map(({value}) => ({kind, value, field})));
    }
    await engine.run(`DROP TABLE ${table}`);
  }
  return found;
}

/** Of some texts, those that are published as they are: names of products, cities … */
export async function findPublicValues(
  engine: Engine,
  sources: StoredSources,
  texts: Iterable<string>,
): Promise<Set<string>> {
  const table = "site_texts";
  const found = new Set<string>();
  if (!(await putValues(engine, table, texts))) return found;
  for (const [entity, fields] of Object.entries(publicFields)) {
    const source = sources.get(`source_${entity}`);
    for (const field of fields.filter((name) => source?.fields.includes(name))) {
      const rows = await engine.rows<{value: string}>(
        `SELECT DISTINCT ${field} AS value FROM read_parquet(${quotePath(source!.path)}, hive_partitioning = false) WHERE ${field} IN (SELECT value FROM ${table})`,
      );
      for (const {value} of rows) found.add(value);
    }
  }
  await engine.run(`DROP TABLE ${table}`);
  return found;
}

async function putValues(engine: Engine, table: string, values: Iterable<string>): Promise<boolean> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} (value VARCHAR)`);
  const appender = await engine.connection.createAppender(table);
  let count = 0;
  for (const value of values) {
    appender.appendVarchar(value);
    appender.endRow();
    count++;
  }
  appender.closeSync();
  return count > 0;
}

/** How the engine spells a column's values as candidates are spelled. */
const spellings: Record<CandidateKind, (field: string) => string> = {
  number: (field) => `trim(${field})`,
  phone: (field) => `right(regexp_replace(${field}, '[^0-9]', '', 'g'), 10)`,
  name: (field) => `replace(replace(lower(regexp_replace(trim(${field}), '\\s+', ' ', 'g')), chr(775), ''), 'ı', 'i')`,
};

function listColumns(sources: StoredSources, kind: CandidateKind): {path: string; field: string; sql: string}[] {
  const columns: {path: string; field: string; sql: string}[] = [];
  for (const [entity, fields] of Object.entries(privateFields)) {
    const source = sources.get(`source_${entity}`);
    if (!source) continue;
    const names = Object.keys(fields).filter((name) => isLookedUp(fields[name]!, kind) && source.fields.includes(name));
    const spelled = kind === "name" ? listFullNames(names) : names.map((name) => [name, name] as const);
    for (const [name, expression] of spelled)
      columns.push({path: source.path, field: `${entity}.${name}`, sql: spellings[kind](expression)});
  }
  return columns;
}

/** First and last name in both orders; one alone is a word like any other. */
function listFullNames(names: readonly string[]): (readonly [string, string])[] {
  if (names.length < 2) return [];
  return [
    ["first_name, last_name", "concat(first_name, ' ', last_name)"],
    ["last_name, first_name", "concat(last_name, ' ', first_name)"],
  ];
}

const isLookedUp = (held: PrivateKind, kind: CandidateKind) =>
  held === kind || (held === "identifier" && kind !== "name");
