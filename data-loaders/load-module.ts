import {join} from "node:path";
import {pathToFileURL} from "node:url";

const carried = new Map<string, () => Promise<unknown>>();

/** Says which modules this program carries in itself, by path (`cli/bundle.mjs` makes such programs). */
export function carryModules(modules: Readonly<Record<string, () => Promise<unknown>>>): void {
  for (const [path, load] of Object.entries(modules)) carried.set(path, load);
}

/** Imports a module by its path. */
export async function loadModule<T>(path: string): Promise<T> {
  const load = carried.get(path);
  if (load) return (await load()) as T;
  if (carried.size) await importFile(join(import.meta.dirname, "cli/register.mjs")); // a bundle runs no TypeScript by itself
  return (await importFile(path)) as T;
}

const importFile = (path: string) => import(pathToFileURL(path).href);
