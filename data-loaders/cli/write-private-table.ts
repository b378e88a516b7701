import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {quoteText} from "../engine/sql-text.ts";
import {openKey} from "../identity/open-key.ts";
import {pseudonymSql} from "../identity/pseudonym-sql.ts";
import {projectRoot} from "../project.ts";
import {UserError} from "../user-error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

export interface PrivateTable {
  /** What it is called in a message: `the master table`. */
  title: string;
  /** Option that names the file: `--master`. */
  option: string;
  /** Tables that it is made from. */
  inputs: readonly string[];
  /** The query, in which `people` has a row per customer: person_no, and customer, the pseudonymous id. */
  select: string;
}

/**
 * Writes a private table as a Parquet file for tools outside of this program, under pseudonymous ids. It names nobody, but
 * it is about people all the same.
 *
 * @param file where to; what is there is replaced only by a complete file
 * @param out folder of the published tables, which may be read by anyone
 * @throws UserError for a file in a folder that is published
 */
export async function writePrivateTable(
  warehouse: Warehouse,
  {title, option, inputs, select}: PrivateTable,
  file: string,
  out: string,
): Promise<void> {
  const path = resolve(file);
  for (const folder of [resolve(out), join(projectRoot, "src"), join(projectRoot, "dist")])
    if (!relative(folder, path).startsWith(".."))
      throw new UserError(`${file}: ${title} is private, and ${folder} is published; name another folder (${option})`);
  await warehouse.ensure([...inputs, "persons"]);
  for (const name of [...inputs, "persons"]) await warehouse.show(name);
  const key = openKey(warehouse.loaded.config, dirname(warehouse.store.folder));
  const people = `SELECT person_no, ${pseudonymSql("customer_id", key)} AS customer FROM persons`;
  mkdirSync(dirname(path), {recursive: true});
  const draft = `${path}.${process.pid}.part`;
  try {
    const engine = await warehouse.engine();
    await engine.run(`COPY (WITH people AS (${people}) ${select}) TO ${quoteText(draft)} (FORMAT parquet)`);
    renameSync(draft, path);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}
