import {existsSync} from "node:fs";
import {basename} from "node:path";
import type {Source} from "../config/source-schema.ts";
import {entities} from "../entities/entities.ts";
import {UserError} from "../user-error.ts";
import {describeEngineError, findFullDisk} from "../warehouse/describe-engine-error.ts";
import type {Engine} from "../warehouse/engine.ts";
import {quotePath, quoteText} from "../warehouse/sql-text.ts";
import {bindMapping} from "./bind-mapping.ts";
import type {MalformedRow} from "./malformed-rows.ts";
import {mapToEntity, sqlTypes} from "./mapping-sql.ts";
import {openCsv} from "./open-csv.ts";
import {openParquet} from "./open-parquet.ts";
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

/** A source as it lies in the store. */
export interface StoredSource {
  report: IngestReport;
  /** Records of a text file that are no rows at all. */
  malformed: MalformedRow[];
  /** Whether each record of the file stands on the line of its number. */
  hasPlainLines: boolean;
  /** Fields of the entity that the source delivers. */
  fields: string[];
}

/** Where a source is read from and written to. */
export interface IngestPaths {
  path: string;
  /** The Parquet file to write; temporary files may stand beside it. */
  target: string;
}

/**
 * Reads one source into a stored file: the entity's fields plus the reject columns, in the source's order.
 *
 * Nothing is lost silently: accepted and rejected rows must add up to an independent count of the records.
 *
 * @param timeZone the shop's
 * @throws UserError naming file, row, field and value for what cannot be read at all, and where the two counts differ
 */
export async function ingest(
  engine: Engine,
  entityName: string,
  source: Source,
  {path, target}: IngestPaths,
  timeZone: string,
): Promise<StoredSource> {
  const entity = entities[entityName]!;
  const file = basename(path);
  if (!existsSync(path)) throw new UserError(`${path}: no such file (sources.${entityName}.path)`);
  const style = {...(source.kind === "csv" ? source : {}), timeZone};
  const opened =
    source.kind === "csv"
      ? await openCsv(engine, `sources.${entityName}`, source, path, target, style)
      : await openParquet(engine, path);
  try {
    const {relation, records, hasPlainLines} = opened;
    const mapping = await bindMapping(engine, entityName, entity, source, file, relation, style);
    const copied = `COPY (${mapToEntity(relation, mapping)}) TO ${quoteText(target)} (FORMAT parquet)`;
    await withoutSharing(engine, copied).catch((error: unknown) => {
      throw new UserError(findFullDisk(error) ?? `${file}: ${describeEngineError(error)}`, {cause: error});
    });
    const malformed = await opened.readMalformed();
    const fields = mapping.fields.map(({name}) => name);
    const key = source.key ?? entity.key?.filter((field) => fields.includes(field)) ?? [];
    if (key.length) await markRepeatedKeys(engine, target, key);
    const counts = await countRows(engine, target, malformed);
    const report = {entity: entityName, file, records, ...counts};
    checkCounts(report, source);
    return {report, malformed, hasPlainLines, fields};
  } finally {
    opened.close();
  }
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
  return `CREATE OR REPLACE VIEW source_${entityName} AS SELECT ${fields.join(", ")} FROM ${from}`;
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

async function countRows(engine: Engine, target: string, malformed: readonly MalformedRow[]) {
  const counted = await engine.rows<{rule: string | null; field: string | null; n: bigint}>(
    `SELECT reject_rule AS rule, reject_field AS field, count(*) AS n FROM read_parquet(${quotePath(target)}, hive_partitioning = false) GROUP BY ALL ORDER BY rule, field`,
  );
  const rejects = counted.flatMap(({rule, field, n}) =>
    rule === null ? [] : [{rule, field: field!, count: Number(n), isDeclared: field === ""}],
  );
  for (const {rule} of malformed) {
    const known = rejects.find((reject) => reject.rule === rule && !reject.isDeclared);
    if (known) known.count++;
    else rejects.push({rule, field: "", count: 1, isDeclared: false});
  }
  const accepted = Number(counted.find(({rule}) => rule === null)?.n ?? 0n);
  return {accepted, rejected: rejects.reduce((sum, {count}) => sum + count, 0), rejects};
}
