import {randomBytes} from "node:crypto";
import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";

/** Folder in a folder of releases for what is not yet part of it; whoever holds the lock may empty it. */
export const stagingFolder = ".staging";
export const lockFile = ".lock";

/** Puts a file in its place whole: a reader sees the old one or the new one. It waits in the root's staging folder. */
export async function placeFile(root: string, path: string, contents: string | Uint8Array): Promise<void> {
  const draft = join(root, stagingFolder, `${randomBytes(6).toString("hex")}.part`);
  await mkdir(dirname(draft), {recursive: true});
  try {
    await writeFile(draft, contents);
    await mkdir(dirname(join(root, path)), {recursive: true});
    await rename(draft, join(root, path));
  } finally {
    await rm(draft, {force: true});
  }
}

/** The same, unless the file already has these contents. */
export async function updateFile(root: string, path: string, contents: string): Promise<void> {
  const present = await readFile(join(root, path), "utf8").catch(() => undefined);
  if (present !== contents) await placeFile(root, path, contents);
}
