import {join} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import type {Source} from "../config/source-schema.ts";
import {entities} from "../entities/entities.ts";
import {ingest, type StoredSource} from "../sources/ingest.ts";
import {checkRejectShare} from "../sources/rejects.ts";
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
export async function storeSource(context: SourceContext, entity: string, source: Source): Promise<StoredSource & {path: string; sha256: string; fingerprint: string}> {
  const {store, progress, loaded, hashes} = context;
  const name = `source_${entity}`;
  const file = await locateSource(entity, source, loaded, context.generatedFolder);
  const sha256 = await hashes.hashOf(file);
  const {path: _path, ...how} = source;
  const made = fingerprint([sha256, how, entities[entity], hashCode(join(import.meta.dirname, "../sources/ingest.ts"))]);
  const path = store.pathOf(name, made, "parquet");
  let stored = store.find<StoredSource>(path);
  if (!stored) {
    progress.start(name);
    const engine = await context.engine();
    const writing = store.write(path, (temporary) => ingest(engine, entity, source, file, temporary));
    void loadExporter();
    stored = await writing;
    const {accepted, rejected} = stored.report;
    progress.end(`${accepted.toLocaleString("en")} rows${rejected ? `, ${rejected.toLocaleString("en")} rejected` : ""}`);
  }
  await checkRejectShare(context.engine, stored, path, loaded.config.quality.maxRejectShare);
  return {...stored, path, sha256, fingerprint: made};
}
