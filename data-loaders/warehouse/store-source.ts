import {basename, dirname, join} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import type {Source} from "../config/source-schema.ts";
import {entities} from "../entities/entities.ts";
import {ingest, type StoredSource} from "../sources/ingest.ts";
import {keepRejects} from "../sources/keep-rejects.ts";
import {listRejectedRows} from "../sources/rejected-rows.ts";
import {checkRejectShare} from "../sources/rejects.ts";
import {UserError} from "../user-error.ts";
import type {Engine} from "./engine.ts";
import {fingerprint} from "./fingerprint.ts";
import {hashCode} from "./hash-code.ts";
import {loadExporter} from "./load-exporter.ts";
import type {Progress} from "./progress.ts";
import {type FileHashes, locateSource} from "./source-files.ts";
import type {Store} from "./store.ts";

export interface SourceContext {
  loaded: LoadedConfig;
  store: Store;
  hashes: FileHashes;
  progress: Progress;
  engine: () => Promise<Engine>;
  /** Folder for files that a generator writes. */
  generatedFolder: string;
}

/** Brings one source into the store, unless the same file was read the same way before. */
export async function storeSource(
  context: SourceContext,
  entity: string,
  source: Source,
): Promise<StoredSource & {path: string; sha256: string; fingerprint: string}> {
  const {store, progress, loaded, hashes} = context;
  const {timeZone, quality} = loaded.config;
  const name = `source_${entity}`;
  const file = await locateSource(entity, source, loaded, context.generatedFolder);
  const sha256 = await hashes.hashOf(file);
  const {path: _path, ...how} = source;
  const made = fingerprint([
    sha256,
    how,
    entities[entity],
    timeZone,
    hashCode(join(import.meta.dirname, "../sources/ingest.ts")),
  ]);
  const path = store.pathOf(name, made, "parquet");
  let stored = store.find<StoredSource>(path);
  if (!stored) {
    progress.start(name);
    const engine = await context.engine();
    const writing = store.write(path, async (temporary) => {
      const described = await ingest(engine, entity, source, {path: file, target: temporary}, timeZone);
      if ((await hashes.hashOf(file)) !== sha256)
        throw new UserError(`${basename(file)}: the file changed while it was read; run again when it is complete`);
      return described;
    });
    void loadExporter();
    stored = await writing;
    const {accepted, rejected} = stored.report;
    progress.end(
      `${accepted.toLocaleString("en")} rows${rejected ? `, ${rejected.toLocaleString("en")} rejected` : ""}`,
    );
  }
  // The same content may have had another name when it was read.
  const found = {...stored, report: {...stored.report, file: basename(file)}};
  const list = async (which: "all" | "undeclared", limit?: number) =>
    found.report.rejected
      ? listRejectedRows(await context.engine(), found, path, {source, path: file}, which, limit)
      : [];
  await keepRejects(join(dirname(context.generatedFolder), `rejects/${entity}.csv`), made, found.report.file, () =>
    list("all"),
  );
  await checkRejectShare(found, quality.maxRejectShare, () => list("undeclared", 10));
  return {...found, path, sha256, fingerprint: made};
}
