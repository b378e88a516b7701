import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import {compareFiles, listPresent, sha256} from "./hash-files.ts";
import {lockFile, stagingFolder} from "./place-file.ts";
import {listPointers} from "./pointers.ts";
import {getIndex} from "./release-index.ts";
import {getManifest, listReleaseFiles, manifestFile} from "./release-manifest.ts";

export interface Verified {
  releases: number;
  files: number;
  /** One line a file that is missing, changed or extra, sorted by path. */
  problems: string[];
}

/** Reads every file of a folder of releases, and compares it with what the manifests say; changes nothing. */
export async function verifyReleases(root: string): Promise<Verified> {
  const index = await getIndex(root);
  const expected = new Map(
    [...listPointers(index)].map(([path, text]) => [
      path,
      {path, bytes: Buffer.byteLength(text), sha256: sha256(text)},
    ]),
  );
  const problems: string[] = [];
  for (const release of index.releases) {
    const path = `r/${release.id}/${manifestFile}`;
    expected.set(path, {path, bytes: 0, sha256: release.hashes.manifest});
    try {
      for (const file of listReleaseFiles(await getManifest(root, release))) expected.set(file.path, file);
    } catch (error) {
      if (!(error instanceof UserError)) throw error; // the comparison below names the manifest
    }
  }
  problems.push(...(await compareFiles(root, [...expected.values()])));
  const present: string[] = [];
  for (const entry of await readdir(root, {withFileTypes: true})) {
    if (entry.name === lockFile || entry.name === stagingFolder) continue;
    if (entry.isDirectory())
      present.push(...(await listPresent(join(root, entry.name))).map((path) => `${entry.name}/${path}`));
    else present.push(entry.name);
  }
  problems.push(...present.filter((path) => !expected.has(path)).map((path) => `extra ${path}`));
  return {
    releases: index.releases.length,
    files: expected.size,
    problems: problems.sort((a, b) => compare(pathOf(a), pathOf(b))),
  };
}

const pathOf = (problem: string) => problem.slice(problem.indexOf(" ") + 1);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
