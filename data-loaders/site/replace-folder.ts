import {existsSync} from "node:fs";
import {cp, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";

/**
 * Puts `folder` in the place of `target`, by renaming, so that a reader sees the old or the new one and never a half.
 * If the new one cannot be put there, the old one comes back. Across devices `folder` is first copied next to `target`.
 * Not for two processes at once.
 */
export async function replaceFolder(folder: string, target: string): Promise<void> {
  const aside = sibling(target, "old");
  await rm(aside, {recursive: true, force: true});
  const arriving = await bringNear(folder, target);
  const hadOld = await tryRename(target, aside);
  try {
    await rename(arriving, target);
  } catch (error) {
    if (hadOld) await rename(aside, target);
    if (arriving !== folder) await rm(arriving, {recursive: true, force: true});
    throw error;
  }
  if (hadOld) await rm(aside, {recursive: true, force: true});
}

/** Brings back what a process that was killed inside `replaceFolder` had moved aside. */
export async function restoreFolder(target: string): Promise<void> {
  if (!existsSync(target)) await tryRename(sibling(target, "old"), target);
}

const sibling = (target: string, what: string) => join(dirname(target), `.${basename(target)}.${what}`);

async function bringNear(folder: string, target: string): Promise<string> {
  const near = sibling(target, "new");
  await rm(near, {recursive: true, force: true});
  try {
    await rename(folder, near);
    return near;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(folder, near, {recursive: true, preserveTimestamps: true});
    return near;
  }
}

async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
