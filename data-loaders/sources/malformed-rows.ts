import type {Engine} from "../engine/duckdb.ts";
import {listProblems, UserError} from "../user-error.ts";
import {maxMalformed} from "./read-csv-sql.ts";

/** A record of a text file that is not a row of its columns. */
export interface MalformedRow {
  /** Its number, the header being 1. */
  record: number;
  /** The line on which it begins. */
  line: number;
  rule: string;
  /** The beginning of its text. */
  value: string;
}

const rules: Record<string, string> = {
  "MISSING COLUMNS": "too few fields",
  "TOO MANY COLUMNS": "too many fields",
  "LINE SIZE OVER MAXIMUM": "line too long",
};

/**
 * The records that the last reading left out, one entry a record, in the file's order; forgets them. Both numbers are
 * the engine's: line ends outside of quotes.
 *
 * @throws UserError where there are too many to be a few bad rows
 */
export async function readMalformedRows(engine: Engine, file: string): Promise<MalformedRow[]> {
  const rows = await engine.rows<{line: bigint; error_type: string; start: string}>(
    `SELECT line, first(error_type ORDER BY column_idx) AS error_type, left(first(csv_line ORDER BY column_idx), 200) AS start
     FROM reject_errors GROUP BY line ORDER BY line LIMIT ${maxMalformed + 1}`,
  );
  await engine.run("DROP TABLE IF EXISTS reject_errors");
  await engine.run("DROP TABLE IF EXISTS reject_scans");
  const malformed = rows.map(({line, error_type, start}) => ({
    record: Number(line),
    line: Number(line),
    rule: rules[error_type] ?? error_type.toLowerCase(),
    // Before a record of a file with CRLF the engine shows the line feed of the one above.
    value: start.replace(/^\n/, ""),
  }));
  if (malformed.length > maxMalformed)
    throw new UserError(
      `${file}: more than ${maxMalformed.toLocaleString("en")} records are not rows of its columns\n${listProblems(malformed.slice(0, 10).map((row) => describeMalformed(file, row)))}`,
    );
  return malformed;
}

/**
 * Stops at quotes that do not close where they should: they may have swallowed other rows.
 *
 * @throws UserError naming file and line
 */
export function checkMalformed(file: string, rows: readonly MalformedRow[]): void {
  const stray = rows.filter(({rule}) => rule === "unquoted value");
  if (stray.length)
    throw new UserError(
      listProblems(
        stray.map((row) => describeMalformed(file, {...row, rule: "a quoted value does not end where it should"})),
      ),
    );
}

function describeMalformed(file: string, {line, rule, value}: MalformedRow): string {
  return `${file}:${line}: ${rule}: ${JSON.stringify(value.slice(0, 80))}`;
}
