import {pathToFileURL} from "node:url";

const carried = new Map<string, () => Promise<unknown>>();

/** Says which modules this program carries in itself, by path (`cli/bundle.mjs` makes such programs). */
export function carryModules(modules: Readonly<Record<string, () => Promise<unknown>>>): void {
  for (const [path, load] of Object.entries(modules)) carried.set(path, load);
}

/** Imports a module by its path. */
export function loadModule<T>(path: string): Promise<T> {
  const load = carried.get(path) ?? (() => import(pathToFileURL(path).href));
  return load() as Promise<T>;
}
