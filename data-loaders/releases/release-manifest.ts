import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import {type HashedFile, sha256} from "./hash-files.ts";
import type {ListedRelease} from "./release-index.ts";

export const manifestFile = "release.json";

/** `release.json`: everything that a release is, and what it was made from. */
export interface ReleaseManifest extends Omit<ListedRelease, "isPinned" | "hashes"> {
  hashes: Omit<ListedRelease["hashes"], "manifest">;
  /** Whether files that git knows differed from the commit. */
  isDirty: boolean | null;
  definitions: Manifest["definitions"];
  /** All options, none of them secret: of connections only the names of environment variables. */
  configuration: unknown;
  /** What the sources delivered. */
  inputs: Manifest["sources"];
  /** The grade of each source, and of all (docs/quality.md). */
  quality: {entity: string; grade: string}[];
  /** Versions of the packages that the program runs on. */
  libraries: Record<string, string>;
  tables: Pick<Manifest["tables"][number], "name" | "file" | "rows" | "bytes" | "sha256">[];
  /** Published figures of earlier releases that this one gives otherwise, by cause; null: there was none before it. */
  restatements: Record<string, number> | null;
  /** Files of the release but this one, by their path in it. */
  files: HashedFile[];
  /** Files that it shares with other releases, by their path from the folder of releases. */
  shared: HashedFile[];
}

export const formatManifest = (manifest: ReleaseManifest) => `${JSON.stringify(manifest, null, 2)}\n`;

/** One hash of all files: the release's own, which name the shared ones by their content. */
export function hashContent(files: readonly HashedFile[]): string {
  return sha256(files.map(({path, sha256}) => `${sha256}  ${path}\n`).join(""));
}

/**
 * Reads the manifest of a release.
 *
 * @throws UserError where it is missing or damaged
 */
export async function getManifest(root: string, {id, hashes}: ListedRelease): Promise<ReleaseManifest> {
  const path = `r/${id}/${manifestFile}`;
  const text = await readFile(join(root, path), "utf8").catch((cause) => {
    throw new UserError(`missing ${path}`, {cause});
  });
  if (sha256(text) !== hashes.manifest) throw new UserError(`changed ${path}`);
  return JSON.parse(text) as ReleaseManifest;
}

/** A release's files and those it shares, by their path from the folder of releases. */
export function listReleaseFiles({id, files, shared}: Pick<ReleaseManifest, "id" | "files" | "shared">): HashedFile[] {
  return [...files.map((file) => ({...file, path: `r/${id}/${file.path}`})), ...shared];
}
