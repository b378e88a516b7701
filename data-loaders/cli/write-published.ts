import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {withLock} from "../site/lock.ts";
import {replaceFolder, restoreFolder} from "../site/replace-folder.ts";
import {UserError} from "../user-error.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/**
 * Runs a task that writes a folder which no other run writes meanwhile. What a run that was killed left half done is
 * cleared away first, and a folder that it had moved aside comes back.
 *
 * @throws UserError where the folder holds files that this program did not put there
 */
export async function withOutput<T>(out: string, task: () => Promise<T>): Promise<T> {
  return withLock(join(dirname(out), `.${basename(out)}.lock`), async () => {
    await restoreFolder(out);
    const isLeft = (name: string) => name.startsWith(`.${basename(out)}.`) && /\.(\d+\.part|new|old)$/.test(name);
    for (const name of readdirSync(dirname(out)).filter(isLeft))
      rmSync(join(dirname(out), name), {recursive: true, force: true});
    refuseForeignFiles(out);
    return task();
  });
}

/** Puts the published tables and their manifest into a folder: all of them, or, if anything fails, none. */
export async function writePublished(warehouse: Warehouse, manifest: Manifest, out: string): Promise<void> {
  const draft = join(dirname(out), `.${basename(out)}.${process.pid}.part`);
  try {
    mkdirSync(draft, {recursive: true});
    for (const {name, file} of manifest.tables) copyFileSync(await warehouse.publishedFile(name), join(draft, file));
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
  const own = ["manifest.json", ...listOwn(join(out, "manifest.json"))];
  const foreign = present.filter((name) => !own.includes(name));
  if (foreign.length)
    throw new UserError(
      `${out}: holds files that are not published tables (${foreign.slice(0, 3).join(", ")}); name an empty folder with --out`,
    );
}

function listOwn(manifest: string): string[] {
  try {
    return (JSON.parse(readFileSync(manifest, "utf8")) as Manifest).tables.map(({file}) => file);
  } catch {
    return []; // another program's manifest
  }
}
