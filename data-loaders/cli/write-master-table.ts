import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {openKey} from "../identity/open-key.ts";
import {pseudonymSql} from "../identity/pseudonym-sql.ts";
import {projectRoot} from "../project.ts";
import {UserError} from "../user-error.ts";
import {quoteText} from "../warehouse/sql-text.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

/**
 * Writes the `master_table`, customer × month, as a Parquet file for tools outside of this program: `customer_states` under
 * pseudonymous ids. Its columns: docs/master-table.md. It names nobody, but it is private all the same.
 *
 * @param out folder of the published tables, which may be read by anyone
 * @throws UserError for a file in a folder that is published
 */
export async function writeMasterTable(warehouse: Warehouse, file: string, out: string): Promise<void> {
  const path = resolve(file);
  for (const folder of [resolve(out), join(projectRoot, "src"), join(projectRoot, "dist")])
    if (!relative(folder, path).startsWith(".."))
      throw new UserError(
        `${file}: the master table is private, and ${folder} is published; name another folder (--master)`,
      );
  await warehouse.ensure(["customer_states"]);
  for (const name of ["customer_states", "persons"]) await warehouse.show(name);
  const {columns} = warehouse.graph.get("customer_states")!.contract;
  const kept = columns.map(({name}) => name).filter((name) => name !== "month" && name !== "person_no");
  const key = openKey(warehouse.loaded.config, dirname(warehouse.store.folder));
  const select = `SELECT s.month, p.customer, ${kept.map((name) => `s.${name}`).join(", ")}
    FROM customer_states s
    JOIN (SELECT person_no, ${pseudonymSql("customer_id", key)} AS customer FROM persons) p ON p.person_no = s.person_no
    ORDER BY s.month, p.customer`;
  mkdirSync(dirname(path), {recursive: true});
  const draft = `${path}.${process.pid}.part`;
  try {
    const engine = await warehouse.engine();
    await engine.run(`COPY (${select}) TO ${quoteText(draft)} (FORMAT parquet)`);
    renameSync(draft, path);
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}
