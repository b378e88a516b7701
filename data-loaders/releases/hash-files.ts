import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {join} from "node:path";
import {listFiles} from "../site/list-files.ts";

/** A file as a manifest names it. */
export interface HashedFile {
  path: string;
  bytes: number;
  sha256: string;
}

export const sha256 = (contents: string | Uint8Array) => createHash("sha256").update(contents).digest("hex");

/** What is in memory, as a manifest names it, sorted by path. */
export function describeFiles(files: ReadonlyMap<string, Buffer>): HashedFile[] {
  return [...files.keys()].sort().map((path) => {
    const contents = files.get(path)!;
    return {path, bytes: contents.length, sha256: sha256(contents)};
  });
}

/** The SHA-256 of a file; undefined where there is none. */
export async function maybeHash(file: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file, {highWaterMark: 1 << 20})) hash.update(chunk as Buffer);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
  return hash.digest("hex");
}

/**
 * Compares files with what they should be.
 *
 * @returns one line a file that is missing or changed: `missing r/2026-10-1-3f9a2c1b/index.html`
 */
export async function compareFiles(root: string, expected: readonly HashedFile[]): Promise<string[]> {
  const problems: string[] = [];
  for (const {path, sha256} of expected) {
    const found = await maybeHash(join(root, path));
    if (found !== sha256) problems.push(`${found === undefined ? "missing" : "changed"} ${path}`);
  }
  return problems;
}

/** The files below a folder that need not exist. */
export async function listPresent(folder: string): Promise<string[]> {
  try {
    return await listFiles(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
