import {mkdirSync, readFileSync, type Stats, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import type {Source} from "../config/source-schema.ts";
import {fingerprintFile} from "../sources/file-fingerprint.ts";
import {describeSystemError} from "../system-error.ts";
import {UserError} from "../user-error.ts";

/** Remembers each file's hash with its size, times and inode, so that an unchanged file is not read again to hash it. */
export interface FileHashes {
  hashOf(path: string): Promise<string>;
  save(): void;
}

export function openFileHashes(folder: string): FileHashes {
  const file = join(folder, "file-hashes.json");
  const known = readKnown(file);
  let isChanged = false;
  return {
    async hashOf(path) {
      const {size, mtimeMs, ctimeMs, ino} = statSync(path);
      if (size === 0) throw new UserError(`${basename(path)}: the file is empty`);
      const stamp = [size, mtimeMs, ctimeMs, ino].join(" ");
      const entry = known[path];
      if (entry?.stamp === stamp) return entry.sha256;
      const sha256 = await fingerprintFile(path).catch((error: unknown) => {
        throw new UserError(`${path}: cannot be read (${describeSystemError(error)})`, {cause: error});
      });
      known[path] = {stamp, sha256};
      isChanged = true;
      return sha256;
    },
    save() {
      if (!isChanged) return;
      mkdirSync(folder, {recursive: true});
      writeFileSync(file, JSON.stringify(known));
    },
  };
}

function readKnown(file: string): Record<string, {stamp: string; sha256: string}> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/**
 * Where a source's file stands: relative to the configuration, or in the folder that a generator fills when it is first asked.
 *
 * @throws UserError where the file is not there, or no file
 */
export async function locateSource(
  entity: string,
  source: Source,
  {folder}: LoadedConfig,
  generatedFolder: string,
): Promise<string> {
  if ("generate" in source && source.generate)
    return join(await generate(source.generate, generatedFolder), source.path);
  const path = resolve(folder, source.path);
  const option = `sources.${entity}.path`;
  let found: Stats;
  try {
    found = statSync(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new UserError(`${path}: ${isMissing ? "no such file" : describeSystemError(error)} (${option})`, {
      cause: error,
    });
  }
  if (!found.isFile())
    throw new UserError(`${path}: ${found.isDirectory() ? "a folder" : "not a file"}; name one file (${option})`);
  return path;
}

const generating = new Map<string, Promise<string>>();

function generate(
  {key, write}: {key: string; write: (folder: string) => Promise<void>},
  generatedFolder: string,
): Promise<string> {
  const folder = join(generatedFolder, key);
  const started = generating.get(folder) ?? writeOnce(folder, write);
  generating.set(folder, started);
  return started;
}

async function writeOnce(folder: string, write: (folder: string) => Promise<void>): Promise<string> {
  const done = join(folder, ".complete");
  try {
    statSync(done);
  } catch {
    mkdirSync(folder, {recursive: true});
    await write(folder);
    writeFileSync(done, `${basename(dirname(done))}\n`);
  }
  return folder;
}
