import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {afterAll, beforeAll} from "vitest";
import type {CsvSourceInput, Source} from "../../../data-loaders/config/source-schema.ts";
import {type Engine, startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {type IngestReport, ingest} from "../../../data-loaders/sources/ingest.ts";
import {listRejectedRows, type RejectedRow} from "../../../data-loaders/sources/rejected-rows.ts";

/** What a file became. */
export interface ReadSource {
  records: number;
  accepted: Record<string, unknown>[];
  rejected: RejectedRow[];
  /** The fields that the source delivers. */
  fields: string[];
  /** One a file. */
  reports: IngestReport[];
}

export interface ReadOptions {
  entity?: string;
  file?: string;
  timeZone?: string;
  source?: Partial<Extract<Source, {kind: "csv"}>>;
}

/** An engine and a folder for the tests of a file. */
export function useSources() {
  let engine: Engine;
  const folder = mkdtempSync(join(tmpdir(), "mudavim-sources-"));
  beforeAll(async () => {
    engine = await startEngine({spillFolder: join(folder, "spill")});
  });
  afterAll(() => {
    engine.close();
    rmSync(folder, {recursive: true, force: true});
  });
  const target = join(folder, "stored.parquet");

  async function read(
    entity: string,
    source: Source,
    path: string | string[],
    timeZone = "Europe/Istanbul",
  ): Promise<ReadSource> {
    const files = [path].flat().map((file) => ({name: basename(file), path: file}));
    const stored = await ingest(engine, entity, source, {files, target}, timeZone);
    const accepted = await engine.rows(
      `SELECT CAST(COLUMNS(* EXCLUDE (reject_rule, reject_field, reject_value)) AS VARCHAR) FROM read_parquet('${target}') WHERE reject_rule IS NULL`,
    );
    const rejected = await listRejectedRows(engine, stored, target, {source, files});
    const reports = stored.files.map(({report}) => report);
    const records = reports.reduce((sum, report) => sum + report.records, 0);
    return {records, accepted, rejected, fields: stored.fields, reports};
  }

  return {
    folder,
    engine: () => engine,
    read,
    /** Has a text file read as it would be by the pipeline; without `entity` it holds order lines. */
    readText(
      text: string | Uint8Array,
      {entity = "order_lines", file = "orders.csv", timeZone, source}: ReadOptions = {},
    ) {
      const path = join(folder, file);
      writeFileSync(path, text);
      return read(entity, completeSource({path: file, ...source}), path, timeZone);
    },
  };
}

/** A source of text with its defaults filled in. */
export function completeSource(source: Partial<CsvSourceInput>): Source {
  const defaults = {columns: {}, delimiter: ",", quote: '"', decimalSeparator: ".", encoding: "utf-8"};
  return {kind: "csv", path: "orders.csv", ...defaults, ...source} as Source;
}
