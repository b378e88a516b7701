import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {UserError} from "../user-error.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import {type Figures, readFigures} from "./read-figures.ts";
import {maybeReleaseId} from "./release-id.ts";

/** One of two sides of a comparison: what was published, wherever it lies. */
export interface Side {
  /** An id, or a folder's name. */
  label: string;
  manifest: Manifest;
  /** The figures of a table; undefined where the side does not publish it. */
  figures(table: string): Figures | undefined;
}

/**
 * Opens a release by its id, or a folder: a release, a built site, or what `npm run data` wrote.
 *
 * @param root the folder of releases, for ids
 * @throws UserError where there is no such release, and for a folder without published tables
 */
export function openSide(name: string, root: string): Side {
  const folder = maybeReleaseId(name) ? join(root, "r", name) : resolve(name);
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) throw new UserError(`${name}: neither a release in ${root} nor a folder with a manifest.json`);
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch (cause) {
    throw new UserError(`${file}: cannot be read`, {cause});
  }
  const built = join(folder, "_file/data");
  const files = new Map(
    existsSync(built)
      ? readdirSync(built).map((entry) => [entry.replace(/\.[\da-f]{8}(?=\.arrow$)/, ""), join(built, entry)] as const)
      : manifest.tables.map((table) => [table.file, join(folder, table.file)] as const),
  );
  return {
    label: name,
    manifest,
    figures(table) {
      const shape = manifest.tables.find((known) => known.name === table);
      const path = shape && files.get(shape.file);
      if (!shape || !path || !existsSync(path)) return undefined;
      return readFigures(shape, readFileSync(path));
    },
  };
}
