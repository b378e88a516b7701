import {mkdirSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {join, resolve} from "node:path";
import {startEngine} from "../engine/duckdb.ts";
import {privateFolder, projectRoot} from "../project.ts";
import {inferSource} from "../sources/infer/infer-source.ts";
import {UserError} from "../user-error.ts";

/**
 * `npm run data -- --infer FILE`: prints how the file could be read, as TypeScript for a configuration in the folder in
 * which it is called. Writes no data; its temporary files are private, and gone afterwards.
 */
export async function infer(file: string, folder = process.env.MUDAVIM_PRIVATE ?? privateFolder): Promise<void> {
  const found = statSync(file, {throwIfNoEntry: false});
  if (!found) throw new UserError(`${file}: no such file (--infer)`);
  if (!found.isFile())
    throw new UserError(`${file}: ${found.isDirectory() ? "a folder" : "not a file"}; name one file (--infer)`);
  mkdirSync(folder, {recursive: true});
  const temporary = mkdtempSync(join(resolve(folder), "infer-"));
  try {
    const engine = await startEngine({spillFolder: join(temporary, "spill")});
    try {
      process.stdout.write(await inferSource(engine, file, {temporary, folder: process.cwd(), projectRoot}));
    } finally {
      engine.close();
    }
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}
