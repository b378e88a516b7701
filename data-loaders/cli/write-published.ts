import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {replaceFolder} from "../site/replace-folder.ts";
import {UserError} from "../user-error.ts";
import {arrowFileOf} from "../warehouse/build-node.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/**
 * Puts the published tables and their manifest into a folder: all of them, or, if anything fails, none.
 *
 * @throws UserError where the folder holds files that this program did not put there
 */
export async function writePublished(warehouse: Warehouse, manifest: Manifest, out: string): Promise<void> {
  refuseForeignFiles(out);
  const draft = join(dirname(out), `.${basename(out)}.${process.pid}.part`);
  try {
    mkdirSync(draft, {recursive: true});
    for (const {name, file} of manifest.tables) copyFileSync(await arrowFileOf(warehouse, name), join(draft, file));
    writeFileSync(join(draft, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await replaceFolder(draft, out);
  } finally {
    rmSync(draft, {recursive: true, force: true});
  }
}

function refuseForeignFiles(out: string): void {
  if (!existsSync(out)) return;
  const present = readdirSync(out);
  if (present.length === 0) return;
  const manifest = join(out, "manifest.json");
  const own = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as Manifest).tables.map(({file}) => file) : [];
  const foreign = present.filter((name) => name !== "manifest.json" && !own.includes(name));
  if (foreign.length) throw new UserError(`${out}: holds files that are not published tables (${foreign.slice(0, 3).join(", ")}); name an empty folder with --out`);
}
