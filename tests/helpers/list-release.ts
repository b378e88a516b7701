import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {sha256} from "../../data-loaders/releases/hash-files.ts";
import type {ListedRelease, ReleaseIndex} from "../../data-loaders/releases/release-index.ts";

/** Has the index of a folder list a release, of which only what an assessment of restatements asks for is there. */
export function listRelease(folder: string, index: ReleaseIndex, id: string, asOf: string, definitions: object): void {
  const text = JSON.stringify({definitions, restatements: null});
  mkdirSync(join(folder, "r", id), {recursive: true});
  writeFileSync(join(folder, "r", id, "release.json"), text);
  const hashes = {manifest: sha256(text)} as ListedRelease["hashes"];
  const month = asOf.slice(0, 7);
  index.releases.push({id, month, asOf, supersedes: null, commit: null, policy: "", hashes, isPinned: false});
}
