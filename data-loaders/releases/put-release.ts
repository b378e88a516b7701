import {link, mkdir, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {UserError} from "../user-error.ts";
import {compareFiles, maybeHash, sha256} from "./hash-files.ts";
import {stagingFolder} from "./place-file.ts";
import {formatManifest, listReleaseFiles, manifestFile, type ReleaseManifest} from "./release-manifest.ts";
import {announce} from "./with-releases.ts";

/** A release that is complete but not yet put anywhere. */
export interface DraftRelease {
  manifest: ReleaseManifest;
  /** Contents by the paths that the manifest names. */
  contents(path: string): Promise<Uint8Array>;
}

/**
 * Puts a release into a folder of releases, where no pointer leads to it yet: shared files that are not there, then, all
 * at once, the release's folder. What is the same in an earlier release becomes a link to it where the file system has
 * links. All is read again before it is put in place.
 *
 * @param earlier releases of the folder to share with
 * @returns SHA-256 of the release's manifest
 * @throws UserError where what was written is not what should have been
 */
export async function putRelease(
  root: string,
  {manifest, contents}: DraftRelease,
  earlier: readonly ReleaseManifest[],
): Promise<string> {
  const {id, files, shared} = manifest;
  const staging = join(root, stagingFolder, "release");
  const known = new Map(earlier.flatMap(listReleaseFiles).map((file) => [file.sha256, file.path]));
  for (const {path, sha256} of files) {
    const target = join(staging, "r", id, path);
    await mkdir(dirname(target), {recursive: true});
    const twin = known.get(sha256);
    const isLinked = twin !== undefined && (await tryLink(join(root, twin), target, sha256));
    if (!isLinked) await writeFile(target, await contents(`r/${id}/${path}`));
  }
  const text = formatManifest(manifest);
  await writeFile(join(staging, "r", id, manifestFile), text);
  const missing: typeof shared = [];
  for (const file of shared) if ((await maybeHash(join(root, file.path))) !== file.sha256) missing.push(file);
  for (const {path} of missing) {
    await mkdir(dirname(join(staging, path)), {recursive: true});
    await writeFile(join(staging, path), await contents(path));
  }

  const expected = listReleaseFiles({id, files, shared: missing});
  const problems = await compareFiles(staging, expected);
  if (problems.length) throw new UserError(`${root}: written otherwise than it should have been: ${problems[0]}`);
  await announce(root, id);
  for (const {path} of missing) {
    await mkdir(dirname(join(root, path)), {recursive: true});
    await rename(join(staging, path), join(root, path));
  }
  await mkdir(join(root, "r"), {recursive: true});
  await rename(join(staging, "r", id), join(root, "r", id));
  return sha256(text);
}

/** Links a file to an earlier one with the same contents, if that one still has them and the file system has links. */
async function tryLink(from: string, to: string, hash: string): Promise<boolean> {
  if ((await maybeHash(from)) !== hash) return false;
  try {
    await link(from, to);
    return true;
  } catch {
    return false; // another device, or too many links
  }
}
