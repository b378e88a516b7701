import {mkdir, readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {withLock} from "../site/lock.ts";
import {lockFile, placeFile, stagingFolder} from "./place-file.ts";
import {writePointers} from "./pointers.ts";
import {maybeReleaseId} from "./release-id.ts";
import {maybeIndex, type ReleaseIndex} from "./release-index.ts";
import {removeUnused} from "./remove-unused.ts";

/**
 * Has a task done in a folder of releases that no other run changes meanwhile. What a run that was killed or that failed
 * left half done is taken away, and its pointers are completed.
 */
export async function withReleases<T>(root: string, task: (index: ReleaseIndex | undefined) => Promise<T>): Promise<T> {
  await mkdir(root, {recursive: true});
  return withLock(join(root, lockFile), async () => {
    const index = await takeAway(root);
    if (index) await writePointers(root, index);
    try {
      return await task(index);
    } finally {
      await takeAway(root);
    }
  });
}

const announced = `${stagingFolder}/adding`;

/** Says which release is about to be put into the folder: until the index lists it, it is nobody's. */
export const announce = (root: string, id: string) => placeFile(root, announced, id);

/** Takes away a release that was announced and never listed, what was being written, and shared files that nobody needs. */
async function takeAway(root: string): Promise<ReleaseIndex | undefined> {
  const index = await maybeIndex(root);
  const id = await readFile(join(root, announced), "utf8").catch(() => "");
  if (maybeReleaseId(id) && !index?.releases.some((release) => release.id === id))
    await rm(join(root, "r", id), {recursive: true, force: true});
  await removeUnused(root);
  await rm(join(root, stagingFolder), {recursive: true, force: true});
  return index;
}
