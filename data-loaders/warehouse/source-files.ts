import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import type {Source} from "../config/source-schema.ts";
import {fingerprintFile} from "../sources/file-fingerprint.ts";
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
      const stamp = [size, mtimeMs, ctimeMs, ino].join(" ");
      const entry = known[path];
      if (entry?.stamp === stamp) return entry.sha256;
      const sha256 = await fingerprintFile(path);
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
 * @throws UserError where the file is not there
 */
export async function locateSource(entity: string, source: Source, {folder}: LoadedConfig, generatedFolder: string): Promise<string> {
  if ("generate" in source && source.generate) return join(await generate(source.generate, generatedFolder), source.path);
  const path = resolve(folder, source.path);
  try {
    if (statSync(path).isFile()) return path;
  } catch {}
  throw new UserError(`${path}: no such file (sources.${entity}.path)`);
}

const generating = new Map<string, Promise<string>>();

function generate({key, write}: {key: string; write: (folder: string) => Promise<void>}, generatedFolder: string): Promise<string> {
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
