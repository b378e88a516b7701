import {mkdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import type {Source} from "../config/source-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import {hashCode} from "../engine/hash-code.ts";
import {entities} from "../entities/entities.ts";
import {FILE_NAME, type IngestReport, ingest, keyOf, type StoredSource} from "../sources/ingest.ts";
import {keepRejects} from "../sources/keep-rejects.ts";
import {listRejectedRows, type RejectedRowsChoice} from "../sources/rejected-rows.ts";
import {checkRejectShare} from "../sources/rejects.ts";
import {scanAhead} from "../sources/scan-ahead.ts";
import {UserError} from "../user-error.ts";
import {fingerprint} from "./fingerprint.ts";
import {loadExporter} from "./load-exporter.ts";
import type {DeliveredSource} from "./model.ts";
import type {Progress} from "./progress.ts";
import {type FileHashes, locateFiles} from "./source-files.ts";
import type {Store} from "./store.ts";

/** An edit of the reading may make other rows of the same file. */
const INGEST_CODE = hashCode(join(import.meta.dirname, "../sources/ingest.ts"));

export interface SourceContext {
  loaded: LoadedConfig;
  store: Store;
  hashes: FileHashes;
  progress: Progress;
  engine: () => Promise<Engine>;
  /** Folder for files that a generator writes. */
  generatedFolder: string;
}

/** A source that is in the store. */
export interface UpToDateSource extends DeliveredSource {
  fingerprint: string;
  /** Accepted rows. */
  rows: number;
  /** What reading each file came to. */
  reports: (IngestReport & {sha256: string})[];
}

/** Brings one source into the store, unless the same files were read the same way before. */
export async function storeSource(context: SourceContext, entity: string, source: Source): Promise<UpToDateSource> {
  const {store, progress, loaded, hashes} = context;
  const {timeZone, quality} = loaded.config;
  const name = `source_${entity}`;
  const files = await locateFiles(entity, source, loaded, context.generatedFolder, progress);
  const sha256: string[] = [];
  for (const {path} of files) sha256.push(await hashes.hashOf(path));
  const how = {...source, path: undefined};
  const usesNames = JSON.stringify(how).includes(FILE_NAME);
  const made = fingerprint([
    sha256,
    usesNames ? files.map((file) => file.name) : [],
    how,
    entities[entity],
    timeZone,
    INGEST_CODE,
  ]);
  const path = store.pathOf(name, made, "parquet");
  let stored = store.find<StoredSource>(path);
  if (!stored) {
    const end = progress.start(name);
    const plainText = `${path}.${process.pid}.text`;
    mkdirSync(dirname(path), {recursive: true});
    const scanned = source.kind === "csv" && files[0] ? scanAhead(files[0].path, source, plainText) : Promise.resolve();
    const engine = await context.engine();
    const writing = store.write(path, async (temporary) => {
      const described = await ingest(engine, entity, source, {files, target: temporary}, timeZone);
      for (const [i, file] of files.entries())
        if ((await hashes.hashOf(file.path)) !== sha256[i])
          throw new UserError(`${file.name}: the file changed while it was read; run again when it is complete`);
      return described;
    });
    // Loading keeps the thread busy on which records are counted; the engine's reading, which follows, does not need it.
    void scanned.then(loadExporter);
    try {
      stored = await writing;
    } finally {
      await scanned;
      rmSync(plainText, {force: true});
    }
    const rejected = sum(stored, "rejected");
    end(
      `${sum(stored, "accepted").toLocaleString("en")} rows${rejected ? `, ${rejected.toLocaleString("en")} rejected` : ""}`,
    );
  }
  // The same content may have had another name when it was read.
  const found = {
    ...stored,
    files: stored.files.map((file, i) => ({...file, report: {...file.report, file: files[i]!.name}})),
  };
  const list = async (choice: RejectedRowsChoice) =>
    sum(found, "rejected") ? listRejectedRows(await context.engine(), found, path, {source, files}, choice) : [];
  const names = files.map((file) => file.name).join(" ");
  await keepRejects(join(dirname(context.generatedFolder), `rejects/${entity}.csv`), `${made} ${names}`, () =>
    list({}),
  );
  await checkRejectShare(found, quality.maxRejectShare, (file) => list({file, isUndeclared: true, limit: 10}));
  return {
    entity,
    kind: source.kind,
    path,
    fingerprint: made,
    fields: found.fields,
    key: keyOf(entity, source, found.fields),
    files: found.files,
    rows: sum(found, "accepted"),
    reports: found.files.map(({report}, i) => ({...report, sha256: sha256[i]!})),
  };
}

function sum({files}: StoredSource, count: "accepted" | "rejected"): number {
  return files.reduce((total, {report}) => total + report[count], 0);
}
