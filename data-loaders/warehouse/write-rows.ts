import type {Engine} from "../engine/duckdb.ts";
import {checkRow} from "./check-row.ts";
import type {Column, DeclaredType} from "./contract.ts";
import type {ModelRow} from "./model.ts";

/** What a declared type is while rows wait to be stored. */
export const sqlTypes: Record<DeclaredType, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  money: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
};

/**
 * Makes a temporary table of rows that were computed in TypeScript; dates are given as `2026-10-31`.
 *
 * @throws UserError naming file, row and column for a value that is missing or not of the declared type
 */
export async function writeRows(
  engine: Engine,
  table: string,
  columns: readonly Pick<Column, "name" | "type" | "isNullable">[],
  rows: readonly ModelRow[],
  file: string,
): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ${table} (${columns.map(({name, type}) => `${name} ${sqlTypes[type]}`).join(", ")})`,
  );
  const {DuckDBDateValue} = await import("@duckdb/node-api");
  const appender = await engine.connection.createAppender(table);
  rows.forEach((row, i) => {
    checkRow(row, columns, `${file}: row ${i + 1}`);
    for (const {name, type} of columns) {
      const value = row[name];
      if (value === null) appender.appendNull();
      else if (type === "text") appender.appendVarchar(value as string);
      else if (type === "boolean") appender.appendBoolean(value as boolean);
      else if (type === "integer") appender.appendBigInt(BigInt(value as number));
      else if (type === "date") appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / 86_400_000));
      else appender.appendDouble(value as number);
    }
    appender.endRow();
  });
  appender.closeSync();
}
