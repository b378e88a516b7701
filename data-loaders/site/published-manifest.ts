import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";

/** What the site build reads of `data/manifest.json`; the pages read more. */
export interface PublishedManifest {
  /** Months with a snapshot, oldest first: "2026-10". */
  months: string[];
  shop: {languages: string[]};
  tables: PublishedFile[];
}

/** A published file; `file` is its path below `data/` or below the source root. */
export interface PublishedFile {
  file: string;
  bytes: number;
  sha256: string;
}

export const manifestPath = "data/manifest.json";

const known = new Map<string, {mtimeMs: number; manifest: PublishedManifest}>();

/**
 * Reads the manifest of the published tables from the loader cache, again whenever the file has changed; undefined
 * before anything was published.
 */
export function maybeManifest(cacheDir: string): PublishedManifest | undefined {
  const file = join(cacheDir, manifestPath);
  const mtimeMs = statSync(file, {throwIfNoEntry: false})?.mtimeMs;
  if (mtimeMs === undefined) return undefined;
  let entry = known.get(file);
  if (entry?.mtimeMs !== mtimeMs) {
    entry = {mtimeMs, manifest: JSON.parse(readFileSync(file, "utf8")) as PublishedManifest};
    known.set(file, entry);
  }
  return entry.manifest;
}

/** Returns the path of a published file below the source root, as pages name it. */
export function publishedPath({file}: PublishedFile): string {
  return file.startsWith("data/") ? file : `data/${file}`;
}
