import {existsSync, mkdirSync, readdirSync, readFileSync, type Stats, statSync, writeFileSync} from "node:fs";
import {basename, join, parse, relative, resolve, sep} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import type {Source} from "../config/source-schema.ts";
import {extractApi} from "../sources/extract-api.ts";
import {extractPostgres} from "../sources/extract-postgres.ts";
import {fingerprintFile} from "../sources/file-fingerprint.ts";
import type {SourceFile} from "../sources/ingest.ts";
import {describeSystemError} from "../system-error.ts";
import {UserError} from "../user-error.ts";
import {generatedFile} from "./generated-files.ts";
import type {Progress} from "./progress.ts";

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
 * The files of a source: relative to the configuration, or in the folder that a generator fills when it is first asked.
 * What a pattern (`orders/*.csv`) matches comes in the order of the names. What a database gives is written into a file.
 *
 * @throws UserError where a file is not there, is no file or is named twice, and where a pattern matches nothing
 */
export async function locateFiles(
  entity: string,
  source: Source,
  {folder}: LoadedConfig,
  generatedFolder: string,
  progress?: Progress,
): Promise<SourceFile[]> {
  if (source.kind === "postgres") {
    const path = join(generatedFolder, "extracts", `${entity}.csv`);
    const name = source.table ?? `the query of sources.${entity}`;
    await extractPostgres(source, `sources.${entity}`, name, path);
    return [{name, path}];
  }
  if (source.kind === "api") {
    const path = join(generatedFolder, "extracts", `${entity}.json`);
    await extractApi(source, `sources.${entity}`, path);
    const {host, pathname} = new URL(source.url);
    return [{name: `${host}${pathname}`, path}];
  }
  const given = [source.path].flat();
  if ("generate" in source && source.generate) {
    const {generate} = source;
    const locate = async (name: string) => ({
      name,
      path: await generatedFile(generate, generatedFolder, name, progress),
    });
    return Promise.all(given.map(locate));
  }
  const option = `sources.${entity}.path`;
  const paths = given.flatMap((path) => expandPattern(folder, path, option));
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice) throw new UserError(`${twice}: named twice (${option})`);
  for (const path of paths) checkFile(path, option);
  const names = paths.map((path) => basename(path));
  const areUnique = new Set(names).size === names.length;
  return paths.map((path, i) => ({name: areUnique ? names[i]! : relative(folder, path), path}));
}

function checkFile(path: string, option: string): void {
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
    throw new UserError(
      `${path}: ${found.isDirectory() ? "a folder" : "not a file"}; name one file, or several as "${basename(path)}/*.csv" (${option})`,
    );
}

/** The files that a pattern with `*` and `?` matches, sorted; a file that is called so comes before any pattern. */
function expandPattern(folder: string, pattern: string, option: string): string[] {
  const path = resolve(folder, pattern);
  if (!/[*?]/.test(pattern) || existsSync(path)) return [path];
  const {root} = parse(path);
  let found = [root];
  const parts = path.slice(root.length).split(sep);
  for (const [i, part] of parts.entries())
    found = found.flatMap((above) => matchNames(above, part, i === parts.length - 1));
  if (found.length === 0) throw new UserError(`${path}: no file matches (${option})`);
  return found.sort();
}

function matchNames(folder: string, part: string, isLast: boolean): string[] {
  if (!/[*?]/.test(part)) return existsSync(join(folder, part)) ? [join(folder, part)] : [];
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  const pattern = new RegExp(`^${source}$`, "su");
  return readdirSync(folder, {withFileTypes: true})
    .filter(({name}) => pattern.test(name) && (part.startsWith(".") || !name.startsWith(".")))
    .map(({name}) => join(folder, name))
    .filter((path) => statSync(path, {throwIfNoEntry: false})?.isDirectory() === !isLast);
}
