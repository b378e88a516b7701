import {existsSync, rmSync} from "node:fs";
import type {Source} from "../config/source-schema.ts";
import {describeEngineError, findFullDisk} from "../engine/describe-engine-error.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quoteName, quotePath, quoteText} from "../engine/sql-text.ts";
import {entities} from "../entities/entities.ts";
import {UserError} from "../user-error.ts";
import {bindMapping} from "./bind-mapping.ts";
import type {MalformedRow} from "./malformed-rows.ts";
import {type FileRelation, mapToEntity, sqlTypes} from "./mapping-sql.ts";
import type {RowNumbering} from "./open-csv.ts";
import {openFile} from "./open-file.ts";
import {markRepeatedKeys} from "./repeated-keys.ts";

/** What reading one source came to. */
export interface IngestReport {
  entity: string;
  file: string;
  /** Records that an independent count found. */
  records: number;
  accepted: number;
  rejected: number;
  /** Rule → rows; those that the shop declared in its configuration are marked. */
  rejects: {rule: string; field: string; count: number; isDeclared: boolean}[];
}

/** A file of a source, and what it is called in reports. */
export interface SourceFile {
  name: string;
  path: string;
}

/** One file of a source as it lies in the store. */
export interface StoredFile {
  report: IngestReport;
  /** Rows in the store, rejected ones included. */
  rows: number;
  /** Records of a text file that are no rows at all. */
  malformed: MalformedRow[];
  numbering: RowNumbering;
}

/** A source as it lies in the store: its files one after the other. */
export interface StoredSource {
  files: StoredFile[];
  /** Fields of the entity that the source delivers. */
  fields: string[];
}

/** Where a source is read from and written to. */
export interface IngestPaths {
  files: readonly SourceFile[];
  /** The Parquet file to write; temporary files may stand beside it. */
  target: string;
}

/**
 * Reads the files of one source into a stored file: the entity's fields plus the reject columns, in the source's order.
 *
 * Nothing is lost silently: accepted and rejected rows of each file must add up to an independent count of its records.
 *
 * @param timeZone the shop's
 * @throws UserError naming file, row, field and value for what cannot be read at all, and where the two counts differ
 */
export async function ingest(
  engine: Engine,
  entityName: string,
  source: Source,
  {files, target}: IngestPaths,
  timeZone: string,
): Promise<StoredSource> {
  const entity = entities[entityName]!;
  const parts = files.length === 1 ? [target] : files.map((_, i) => `${target}.${i}`);
  const read: ReadFile[] = [];
  try {
    for (const [i, file] of files.entries())
      read.push(await readFile(engine, entityName, source, file, parts[i]!, timeZone));
    if (parts.length > 1) await mergeParts(engine, parts, target);
  } finally {
    if (parts.length > 1) for (const part of parts) rmSync(part, {force: true});
  }
  const fields = Object.keys(entity.fields).filter((name) => read.some((file) => file.fields.includes(name)));
  const key = keyOf(entityName, source, fields);
  if (key.length) await markRepeatedKeys(engine, target, key);
  const rejects = await countRejects(engine, target, read);
  const stored = read.map(({fields: _, records, ...file}, i): StoredFile => {
    const rejected = rejects[i]!.reduce((sum, {count}) => sum + count, 0);
    const accepted = file.rows + file.malformed.length - rejected;
    const report = {entity: entityName, file: files[i]!.name, records, accepted, rejected, rejects: rejects[i]!};
    checkCounts(report, source);
    return {...file, report};
  });
  return {files: stored, fields};
}

/** Fields that together name a row of a source: a second row with the same ones is rejected. */
export function keyOf(entityName: string, {key}: Source, fields: readonly string[]): readonly string[] {
  return key ?? entities[entityName]!.key?.filter((field) => fields.includes(field)) ?? [];
}

type ReadFile = Omit<StoredFile, "report"> & {records: number; fields: string[]};

async function readFile(
  engine: Engine,
  entityName: string,
  source: Source,
  {name, path}: SourceFile,
  target: string,
  timeZone: string,
): Promise<ReadFile> {
  if (!existsSync(path)) throw new UserError(`${path}: no such file (sources.${entityName}.path)`);
  const style = {...(source.kind === "parquet" ? {} : source), timeZone};
  const opened = await openFile(engine, `sources.${entityName}`, source, path, target, style);
  try {
    const {records, numbering} = opened;
    const relation = nameFile(opened.relation, name);
    const mapping = await bindMapping(engine, entityName, entities[entityName]!, source, name, relation, style);
    const copied = `COPY (${mapToEntity(relation, mapping)}) TO ${quoteText(target)} (FORMAT parquet)`;
    await withoutSharing(engine, copied).catch((error: unknown) => {
      throw new UserError(findFullDisk(error) ?? `${name}: ${describeEngineError(error)}`, {cause: error});
    });
    const malformed = await opened.readMalformed();
    const [counted] = await engine.rows<{n: bigint}>(`SELECT count(*) AS n FROM ${stored(target)}`);
    return {records, rows: Number(counted!.n), malformed, numbering, fields: mapping.fields.map((field) => field.name)};
  } finally {
    opened.close();
  }
}

/** Expressions may tell files apart by `"file name"`. */
function nameFile(relation: FileRelation, name: string): FileRelation {
  if (relation.columns.some((column) => column.name.toLowerCase() === FILE_NAME)) return relation;
  return {
    ...relation,
    sql: `(SELECT *, ${quoteText(name)} AS ${quoteName(FILE_NAME)} FROM ${relation.sql})`,
    columns: [...relation.columns, {name: FILE_NAME, type: "VARCHAR", isOurs: true}],
  };
}

/** The column that tells the files of a source apart. */
export const FILE_NAME = "file name";

const stored = (path: string) => `read_parquet(${quotePath(path)}, file_row_number = true, hive_partitioning = false)`;

/** Puts the parts one after the other; a field that one of them lacks is empty there. */
async function mergeParts(engine: Engine, parts: readonly string[], target: string): Promise<void> {
  const all = `read_parquet([${parts.map(quotePath).join(", ")}], union_by_name = true, hive_partitioning = false)`;
  await engine.run(`COPY (SELECT * FROM ${all}) TO ${quoteText(target)} (FORMAT parquet)`);
}

/** The view through which staging reads an entity: every field, those that no source delivers as nulls. */
export function viewOfEntity(
  entityName: string,
  stored: {path: string; fields: readonly string[]} | undefined,
): string {
  const fields = Object.entries(entities[entityName]!.fields).map(([name, {type}]) =>
    stored?.fields.includes(name) ? name : `CAST(NULL AS ${sqlTypes[type]}) AS ${name}`,
  );
  const from = stored
    ? `read_parquet(${quotePath(stored.path)}, hive_partitioning = false) WHERE reject_rule IS NULL`
    : "(SELECT 1) WHERE false";
  return `CREATE OR REPLACE TEMP VIEW source_${entityName} AS SELECT ${fields.join(", ")} FROM ${from}`;
}

/** Runs a statement whose TRYs must keep what they try: sharing an expression would compute it before. */
async function withoutSharing(engine: Engine, sql: string): Promise<void> {
  await engine.run("SET disabled_optimizers = 'common_subexpressions'");
  try {
    await engine.run(sql);
  } finally {
    await engine.run("SET disabled_optimizers = ''");
  }
}

function checkCounts({file, entity, records, accepted, rejected}: IngestReport, source: Source): void {
  if (accepted + rejected === records) return;
  const why =
    source.kind === "csv"
      ? `the file is not well-formed (quotes, line ends, delimiter ${JSON.stringify(source.delimiter)})`
      : "the file is damaged";
  throw new UserError(
    `${file}: ${records} records counted, but ${accepted} accepted and ${rejected} rejected: ${why}, or an expression of sources.${entity}.map makes more or fewer rows`,
  );
}

/** The rejected rows of each file by rule and field, those that are no rows at all included. */
async function countRejects(engine: Engine, target: string, files: readonly ReadFile[]) {
  let rows = 0;
  const starts = files.map((file, i) => {
    const start = `(${i}, ${rows})`;
    rows += file.rows;
    return start;
  });
  const [counted] = await engine.rows<{n: bigint}>(`SELECT count(*) AS n FROM ${stored(target)}`);
  if (Number(counted!.n) !== rows) throw new Error(`${target}: ${counted!.n} rows stored of ${rows} read`);
  const found = await engine.rows<{file: number; rule: string; field: string; n: bigint}>(
    `SELECT file, reject_rule AS rule, reject_field AS field, count(*) AS n
     FROM (SELECT * FROM ${stored(target)} WHERE reject_rule IS NOT NULL) AS rejected
     ASOF JOIN (VALUES ${starts.join(", ")}) AS files (file, start) ON rejected.file_row_number >= files.start
     GROUP BY ALL ORDER BY file, rule, field`,
  );
  return files.map(({malformed}, i) => {
    const rejects = found
      .filter(({file}) => file === i)
      .map(({rule, field, n}) => ({rule, field, count: Number(n), isDeclared: field === ""}));
    for (const {rule} of malformed) {
      const known = rejects.find((reject) => reject.rule === rule && !reject.isDeclared);
      if (known) known.count++;
      else rejects.push({rule, field: "", count: 1, isDeclared: false});
    }
    return rejects;
  });
}
