import {UserError} from "../user-error.ts";
import type {Engine} from "../warehouse/engine.ts";

/** A record of a text file that is not a row of the declared columns. */
export interface MalformedRow {
  line: number;
  field: string;
  rule: string;
  value: string;
}

const rules: Record<string, string> = {
  CAST: "invalid value",
  "MISSING COLUMNS": "too few fields",
  "TOO MANY COLUMNS": "too many fields",
  "LINE SIZE OVER MAXIMUM": "line too long",
};

/** The records that the last reading left out, one entry a record, in the file's order; forgets them. */
export async function readMalformedRows(engine: Engine): Promise<MalformedRow[]> {
  const rows = await engine.rows<{line: bigint; error_type: string; column_name: string | null; csv_line: string; error_message: string}>(
    "SELECT line, error_type, column_name, csv_line, error_message FROM reject_errors ORDER BY line, column_idx",
  );
  await engine.run("DROP TABLE IF EXISTS reject_errors");
  await engine.run("DROP TABLE IF EXISTS reject_scans");
  return rows
    .filter((row, i) => i === 0 || rows[i - 1]!.line !== row.line)
    .map((row) => ({
      line: Number(row.line),
      field: row.error_type === "CAST" ? (row.column_name ?? "") : "",
      rule: rules[row.error_type] ?? row.error_type.toLowerCase(),
      value: findValue(row),
    }));
}

/**
 * Stops at what cannot be one bad row: bytes that are not text in the declared encoding, and quotes that do not close.
 *
 * @throws UserError naming file and line
 */
export function checkMalformed(file: string, rows: readonly MalformedRow[]): void {
  for (const {line, rule, value} of rows) {
    const shown = JSON.stringify(value.slice(0, 60));
    if (rule === "invalid encoding") throw new UserError(`${file}:${line}: not UTF-8 text: ${shown}; name the file's encoding or save it as UTF-8`);
    if (rule === "unquoted value") throw new UserError(`${file}:${line}: a quoted value does not end where it should: ${shown}`);
  }
}

function findValue(row: {error_type: string; csv_line: string; error_message: string}): string {
  if (row.error_type !== "CAST") return row.csv_line;
  return /Could not convert string "([^]*)" to/.exec(row.error_message)?.[1] ?? row.csv_line;
}
