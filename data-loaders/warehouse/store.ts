import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";

/**
 * The stored files of the warehouse, named by what they were made from: a file that exists is complete and right, and the
 * same definition on the same input is never computed twice. Beside each one stands a small JSON file that describes it.
 */
export interface Store {
  folder: string;
  /** Path of a stored file; it need not exist. */
  pathOf(table: string, name: string, extension: string): string;
  /** What was said about a stored file, if it is there. */
  find<T>(path: string): T | undefined;
  /** Has a file written beside its place, then puts it there together with its description. */
  write<T>(path: string, make: (temporary: string) => Promise<T>): Promise<T>;
  /** Removes every stored file but these. */
  keepOnly(paths: ReadonlySet<string>): void;
}

/** Opens the store in a folder, which is made when first written to. */
export function openStore(folder: string): Store {
  const tables = join(folder, "tables");
  return {
    folder,
    pathOf: (table, name, extension) => join(tables, table, `${name}.${extension}`),
    find<T>(path: string) {
      if (!existsSync(path) || !existsSync(`${path}.json`)) return undefined;
      return JSON.parse(readFileSync(`${path}.json`, "utf8")) as T;
    },
    async write<T>(path: string, make: (temporary: string) => Promise<T>) {
      mkdirSync(dirname(path), {recursive: true});
      const temporary = `${path}.${process.pid}.part`;
      try {
        const description = await make(temporary);
        writeFileSync(`${temporary}.json`, JSON.stringify(description));
        renameSync(`${temporary}.json`, `${path}.json`);
        renameSync(temporary, path);
        return description;
      } finally {
        for (const left of [temporary, `${temporary}.json`]) rmSync(left, {force: true});
      }
    },
    keepOnly(paths) {
      if (!existsSync(tables)) return;
      for (const table of readdirSync(tables))
        for (const name of readdirSync(join(tables, table))) {
          const path = join(tables, table, name);
          if (!paths.has(path.replace(/\.json$/, ""))) rmSync(path, {recursive: true, force: true}); // a killed run leaves folders too
        }
    },
  };
}
