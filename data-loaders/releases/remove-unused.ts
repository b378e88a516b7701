import {readdir, readFile, rm, rmdir} from "node:fs/promises";
import {dirname, join} from "node:path";
import {listPresent} from "./hash-files.ts";
import {manifestFile, type ReleaseManifest} from "./release-manifest.ts";

/** Removes shared files that no release in a folder names, whether the index lists that release or not. */
export async function removeUnused(root: string): Promise<void> {
  const present = (await listPresent(join(root, "shared"))).map((path) => `shared/${path}`);
  if (present.length === 0) return;
  const used = new Set<string>();
  for (const id of await readdir(join(root, "r")).catch(() => [])) {
    const text = await readFile(join(root, "r", id, manifestFile), "utf8").catch(() => undefined);
    if (text === undefined) return; // what has no manifest may need anything
    for (const {path} of (JSON.parse(text) as ReleaseManifest).shared) used.add(path);
  }
  for (const path of present.filter((name) => !used.has(name))) {
    await rm(join(root, path), {force: true});
    await removeEmptyFolders(join(root, dirname(path)), join(root, "shared"));
  }
}

async function removeEmptyFolders(folder: string, top: string): Promise<void> {
  for (let path = folder; path !== top && (await readdir(path)).length === 0; path = dirname(path)) await rmdir(path);
}
