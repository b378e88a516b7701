import {existsSync} from "node:fs";
import {basename} from "node:path";
import type {CsvSource, ParquetSource, Source} from "../config/source-schema.ts";
import {entities} from "../entities/entities.ts";
import type {Entity} from "../entities/entity.ts";
import {UserError} from "../user-error.ts";
import type {Engine} from "../warehouse/engine.ts";
import {quoteText} from "../warehouse/sql-text.ts";
import {listMappedFields, mapToEntity, sqlTypes} from "./mapping-sql.ts";
import {readCsvSql, readHeader} from "./read-csv-sql.ts";
import {checkMalformed, type MalformedRow, readMalformedRows} from "./malformed-rows.ts";
import {markRepeatedKeys} from "./repeated-keys.ts";
import {scanRecords} from "./scan-records.ts";

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

/** A source as it lies in the store. */
export interface StoredSource {
  report: IngestReport;
  /** Records of a text file that are no rows at all. */
  malformed: MalformedRow[];
  /** Fields of the entity that the source delivers. */
  fields: string[];
}

/**
 * Reads one source into a stored file: the entity's fields plus the reject columns, in the source's order.
 *
 * Nothing is lost silently: accepted and rejected rows must add up to an independent count of the records.
 *
 * @param target the Parquet file to write
 * @throws UserError naming file, row, field and value for what cannot be read at all, and where the two counts differ
 */
export async function ingest(engine: Engine, entityName: string, source: Source, path: string, target: string): Promise<StoredSource> {
  const entity = entities[entityName]!;
  const file = basename(path);
  if (!existsSync(path)) throw new UserError(`${path}: no such file (sources.${entityName}.path)`);
  const {from, columns, count} = source.kind === "csv" ? await openCsv(path, source) : await openParquet(engine, path, source);
  checkMapping(entityName, entity, columns, source, file);
  const counting = count();
  try {
    await engine.run(`COPY (${mapToEntity(entity, from, columns, source)}) TO ${quoteText(target)} (FORMAT parquet)`);
  } catch (error) {
    await counting.catch(() => undefined);
    throw new UserError(`${file}: ${describeEngineError(error)}`);
  }
  const malformed = source.kind === "csv" ? await readMalformedRows(engine) : [];
  checkMalformed(file, malformed);
  const records = await counting;
  const key = source.key ?? entity.key;
  const mapped = listMappedFields(entity, columns, source.map).map(({name}) => name);
  if (key) await markRepeatedKeys(engine, target, key.filter((field) => mapped.includes(field)));
  const counts = await countRows(engine, target, new Set(Object.keys(source.reject ?? {})), malformed);
  const report = {entity: entityName, file, records, ...counts};
  if (report.accepted + report.rejected !== records)
    throw new UserError(`${file}: ${records} records counted, but ${report.accepted} accepted and ${report.rejected} rejected; the file is not well-formed (quotes, line ends, delimiter ${JSON.stringify("delimiter" in source ? source.delimiter : "")})`);
  return {report, malformed, fields: mapped};
}

/** The view through which staging reads an entity: every field, those that no source delivers as nulls. */
export function viewOfEntity(entityName: string, stored: {path: string; fields: readonly string[]} | undefined): string {
  const fields = Object.entries(entities[entityName]!.fields).map(([name, {type}]) =>
    stored?.fields.includes(name) ? name : `CAST(NULL AS ${sqlTypes[type]}) AS ${name}`,
  );
  const from = stored ? `read_parquet(${quoteText(stored.path)}) WHERE reject_rule IS NULL` : "(SELECT 1) WHERE false";
  return `CREATE OR REPLACE VIEW source_${entityName} AS SELECT ${fields.join(", ")} FROM ${from}`;
}

async function openCsv(path: string, source: CsvSource) {
  const columns = await readHeader(path, source);
  const count = async () => {
    const {records} = await scanRecords(path, source.delimiter, source.quote);
    return records - 1;
  };
  return {from: readCsvSql(path, columns, source), columns, count};
}

async function openParquet(engine: Engine, path: string, _source: ParquetSource) {
  const from = `read_parquet(${quoteText(path)})`;
  const described = await engine.rows<{column_name: string}>(`DESCRIBE SELECT * FROM ${from}`).catch((error: unknown) => {
    throw new UserError(`${basename(path)}: not a Parquet file (${describeEngineError(error)})`);
  });
  const count = async () => {
    const [row] = await engine.rows<{n: bigint}>(`SELECT num_rows AS n FROM parquet_file_metadata(${quoteText(path)})`);
    return Number(row!.n);
  };
  return {from, columns: described.map((column) => column.column_name), count};
}

function checkMapping(entityName: string, entity: Entity, columns: readonly string[], source: Source, file: string): void {
  const mapped = new Set(listMappedFields(entity, columns, source.map).map(({name}) => name));
  for (const [name, field] of Object.entries(entity.fields))
    if (field.required && !mapped.has(name))
      throw new UserError(`${file}:1: missing column ${JSON.stringify(name)} for ${entityName}; the file has ${columns.join(", ")}; name its own column in sources.${entityName}.map`);
}

async function countRows(engine: Engine, target: string, declared: ReadonlySet<string>, malformed: readonly MalformedRow[]) {
  const counted = await engine.rows<{rule: string | null; field: string | null; n: bigint}>(
    `SELECT reject_rule AS rule, reject_field AS field, count(*) AS n FROM read_parquet(${quoteText(target)}) GROUP BY ALL ORDER BY rule, field`,
  );
  const rejects = counted.flatMap(({rule, field, n}) =>
    rule === null ? [] : [{rule, field: field ?? "", count: Number(n), isDeclared: declared.has(rule) && !field}],
  );
  for (const {rule, field} of malformed) {
    const known = rejects.find((reject) => reject.rule === rule && reject.field === field);
    if (known) known.count++;
    else rejects.push({rule, field, count: 1, isDeclared: false});
  }
  const accepted = Number(counted.find(({rule}) => rule === null)?.n ?? 0n);
  return {accepted, rejected: rejects.reduce((sum, {count}) => sum + count, 0), rejects};
}

/** The engine's message without the advice on options that our users never see. */
function describeEngineError(error: unknown): string {
  const [first = ""] = (error as Error).message.split("\n\n");
  return first.replace(/^(?:[A-Z]\w+ )+Error: /, "").replace(/\s*\n\s*/g, "; ");
}
