import {existsSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {loadModule} from "../load-module.ts";
import {listProblems, UserError} from "../user-error.ts";
import {defineConfig} from "./define-config.ts";
import type {ShopConfig, ShopConfigInput} from "./shop-schema.ts";

/** A configuration and where it was read: relative paths in it start at `folder`. */
export interface LoadedConfig {
  config: ShopConfig;
  file: string;
  folder: string;
}

/**
 * Reads a configuration file.
 *
 * @param path the file, relative to the working folder
 * @throws UserError that begins with the file's path, for a missing file, for one that does not run, and for whatever
 * `defineConfig` refuses
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const file = resolve(path);
  if (!existsSync(file)) throw new UserError(`${path}: no such configuration file`);
  try {
    const module = await loadModule<{default?: ShopConfigInput}>(file);
    if (!module.default?.sources) throw new UserError("expected `export default defineConfig({…})`");
    return {config: defineConfig(module.default), file, folder: dirname(file)};
  } catch (error) {
    throw new UserError(listProblems(describe(error, file).map((line) => `${path}${line}`)), {cause: error});
  }
}

/** What is wrong with a configuration, one problem a line, each with its place where that is known. */
function describe(error: unknown, file: string): string[] {
  if (!(error instanceof Error)) return [`: ${String(error)}`];
  // By name: a configuration outside of a package that is made of modules gets a copy of the class of its own.
  if (error.name === "UserError") return error.message.split("\n").map((line) => `: ${line}`);
  const places = error.message.split("\n").filter((line) => line.startsWith(`${file}:`));
  if (places.length) return places.map((line) => line.slice(file.length).replace(": ERROR: ", ": "));
  const place = error.stack?.split(`${file}:`)[1]?.match(/^\d+(:\d+)?/)?.[0];
  return [`${place ? `:${place}` : ""}: ${error.message.split("\n")[0]}`];
}
