import {readFile, stat, utimes} from "node:fs/promises";
import {extname, join, resolve} from "node:path";
import {UserError} from "../user-error.ts";
import {frameworkRoute} from "./framework-route.ts";
import {listFiles} from "./list-files.ts";
import {type LoaderOutput, writeOutput} from "./loader-output.ts";

/**
 * Puts outputs of loaders into Framework's cache, and returns the paths of those that are new or changed. Each is
 * written whole, and only then is its loader touched: a running preview notices the loader, finds the output as new as
 * it, and serves it without running the loader. Unchanged outputs disturb no page.
 */
export async function publishToCache(cacheDir: string, outputs: LoaderOutput[]): Promise<string[]> {
  const source = resolve(cacheDir, "../..");
  const changed: LoaderOutput[] = [];
  for (const output of outputs) if (await differs(join(cacheDir, output.path), output.contents)) changed.push(output);

  const loaders = new Set<string>();
  for (const {path} of changed) {
    const loader = findLoader(source, path);
    if (loader) loaders.add(loader);
  }
  const time = await nextTime([...loaders].map((loader) => join(source, loader)));
  for (const output of changed) await writeOutput(cacheDir, output, time);
  await refreshSiblings(cacheDir, source, loaders, time);
  for (const loader of loaders) await utimes(join(source, loader), time, time);
  return changed.map(({path}) => path);
}

async function differs(file: string, contents: Uint8Array | string): Promise<boolean> {
  try {
    return !(await readFile(file)).equals(Buffer.from(contents as Uint8Array));
  } catch {
    return true;
  }
}

/** Finds the loader of an output as Framework would; none if nothing in the source makes it. */
function findLoader(source: string, path: string): string | undefined {
  const extension = extname(path);
  const found = frameworkRoute(source, path.slice(0, -extension.length), extension);
  if (found?.ext === extension) throw new UserError(`src/${found.path}: hides the loader of the same name: remove it`);
  return found?.path;
}

/**
 * Returns a time that every loader will show as later than its own, in the milliseconds that Framework compares. A time is
 * set in seconds, as a fraction that may come back a millisecond short.
 */
async function nextTime(files: string[]): Promise<Date> {
  const times = await Promise.all(files.map(async (file) => Math.floor((await stat(file)).mtimeMs) + 2));
  return new Date(Math.max(Date.now(), ...times));
}

/** The other outputs of a touched loader (other months of a page) are as good as before: Framework must not rerun it. */
async function refreshSiblings(cacheDir: string, source: string, loaders: Set<string>, time: Date): Promise<void> {
  if (![...loaders].some((loader) => loader.includes("["))) return;
  for (const path of await listFiles(cacheDir)) {
    if (!extname(path) || path.startsWith("_") || path.endsWith(".err")) continue;
    const loader = findLoader(source, path);
    if (loader && loaders.has(loader)) await utimes(join(cacheDir, path), time, time);
  }
}
