import {toLiteral} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import {checkRow} from "./check-row.ts";
import type {Column} from "./contract.ts";
import type {ModelRow} from "./model.ts";
import {sqlTypes} from "./write-rows.ts";

/**
 * The query of a table that a few options make: its rows stand in the query itself, and nothing is stored.
 *
 * @param file where the table is defined, for messages
 * @throws UserError naming file, row and column for a value that is missing or not of the declared type, and for two rows
 * of one key
 */
export function selectValues(
  {columns, key}: {columns: readonly Column[]; key: readonly string[]},
  rows: readonly ModelRow[],
  file: string,
): string {
  const keys = new Set<string>();
  rows.forEach((row, i) => {
    checkRow(row, columns, `${file}: row ${i + 1}`);
    const value = JSON.stringify(key.map((name) => row[name]));
    if (keys.has(value)) throw new UserError(`${file}: broken: ${key.join(", ")} names one row\n  ${value}`);
    keys.add(value);
  });
  const casts = columns.map(({name, type}) => `CAST(${name} AS ${sqlTypes[type]}) AS ${name}`);
  const names = columns.map(({name}) => name).join(", ");
  const values = (rows.length ? rows : [{}]).map(
    (row: ModelRow) => `(${columns.map(({name}) => toLiteral(row[name] ?? null)).join(", ")})`,
  );
  const from = `(VALUES ${values.join(", ")}) AS rows_of_it (${names})`;
  return `SELECT ${casts.join(", ")} FROM ${from}${rows.length ? "" : " WHERE false"}`;
}
