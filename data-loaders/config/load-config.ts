import {existsSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {listProblems, UserError} from "../user-error.ts";
import type {ShopConfig} from "./shop-schema.ts";

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
 * @throws UserError that begins with the file's path, for a missing file and for whatever `defineConfig` refuses
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const file = resolve(path);
  if (!existsSync(file)) throw new UserError(`${path}: no such configuration file`);
  const module = await import(pathToFileURL(file).href).catch((error: unknown) => {
    if (error instanceof UserError) throw new UserError(listProblems(error.message.split("\n").map((line) => `${path}: ${line}`)));
    if (error instanceof SyntaxError || (error instanceof Error && error.name === "TransformError"))
      throw new UserError(`${path}: ${error.message.split("\n")[0]}`);
    throw error;
  });
  if (!module.default?.sources) throw new UserError(`${path}: expected \`export default defineConfig({…})\``);
  return {config: module.default, file, folder: dirname(file)};
}
