import {createWriteStream, mkdirSync, renameSync, rmSync} from "node:fs";
import {dirname} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {Client} from "pg";
import type {PostgresSource} from "../config/source-schema.ts";
import {UserError} from "../user-error.ts";
import {toCsvLine} from "./to-csv-line.ts";

/** Rows that are asked for at once. */
const BATCH = 5000;

/**
 * Writes what a query of PostgreSQL gives as text of separated values, in one read-only transaction; the file is there
 * when it is complete, or as it was.
 *
 * @param name what the source is called in messages
 * @throws UserError where there is no connection, it is lost, a statement fails or takes too long, and where the rows are
 * not as many as the database counts
 */
export async function extractPostgres(
  source: PostgresSource,
  option: string,
  name: string,
  path: string,
): Promise<void> {
  const {connection, timeoutSeconds} = source;
  const connectionString = process.env[connection];
  if (!connectionString) throw new UserError(`${option}.connection: the environment variable ${connection} is not set`);
  // Loaded when first needed: most shops have no database.
  const {default: pg} = await import("pg");
  // What is thrown here holds the address, and so the password.
  if (!/^postgres(ql)?:/.test(connectionString) || !URL.canParse(connectionString))
    throw new UserError(
      `${name}: no connection to the database that ${connection} names (expected postgres://user:password@host/database)`,
    );
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: "mudavim",
    // As text, in one spelling: what it means is the mapping's to say.
    types: {getTypeParser: () => (text: string) => text},
  });
  let lost: Error | undefined;
  client.on("error", (error) => {
    lost ??= error;
  });
  const part = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), {recursive: true});
  let rows = 0;
  try {
    await client.connect();
    const counted = await begin(client, source, timeoutSeconds);
    async function* fetchRows(): AsyncGenerator<string> {
      for (;;) {
        const fetched = await client.query<(string | null)[]>({
          text: `FETCH FORWARD ${BATCH} FROM rows`,
          rowMode: "array",
        });
        if (rows === 0) yield toCsvLine(fetched.fields.map((field) => field.name));
        rows += fetched.rows.length;
        yield fetched.rows.map((row) => toCsvLine(row.map((value) => value ?? ""))).join("");
        if (fetched.rows.length < BATCH) return;
      }
    }
    await pipeline(Readable.from(fetchRows()), createWriteStream(part));
    if (rows !== counted)
      throw new UserError(
        `${name}: the database counts ${counted} rows, but gave ${rows}; does the query depend on time or chance?`,
      );
    renameSync(part, path);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (error instanceof UserError || code === "ENOSPC") throw error;
    throw new UserError(`${name}: ${describe(lost ?? (error as Error), connection, timeoutSeconds, rows)}`, {
      cause: error,
    });
  } finally {
    rmSync(part, {force: true});
    await client.end().catch(() => undefined);
  }
}

/** Opens a cursor called `rows`, and has its rows counted on the same state of the database. */
async function begin(client: Client, {table, query}: PostgresSource, timeoutSeconds: number): Promise<number> {
  const select = query?.replace(/;\s*$/, "") ?? `SELECT * FROM ${table!.split(".").map(quoteIdentifier).join(".")}`;
  await client.query("SET default_transaction_read_only = on");
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  for (const setting of [
    `statement_timeout = '${timeoutSeconds}s'`,
    "datestyle = 'ISO'",
    "intervalstyle = 'iso_8601'",
    "timezone = 'UTC'",
    "client_encoding = 'UTF8'",
  ])
    await client.query(`SET LOCAL ${setting}`);
  // The extended protocol takes one statement: what follows a semicolon is refused, whatever it is.
  const one = {queryMode: "extended"} as const;
  const counted = await client.query<{n: string}>({
    ...one,
    text: `SELECT count(*) AS n FROM (\n${select}\n) AS counted`,
  });
  await client.query({...one, text: `DECLARE rows NO SCROLL CURSOR FOR\n${select}`});
  return Number(counted.rows[0]!.n);
}

const quoteIdentifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

function describe(error: Error, connection: string, timeoutSeconds: number, rows: number): string {
  const {code = ""} = error as NodeJS.ErrnoException;
  if (code === "57014") return `a statement took more than ${timeoutSeconds} seconds (timeoutSeconds)`;
  if (
    ["ECONNREFUSED", "ENOTFOUND", "ENOENT", "EACCES", "28P01", "28000", "3D000", "57P03"].includes(code) ||
    /timeout expired|ENOENT/.test(error.message)
  )
    return `no connection to the database that ${connection} names (${error.message || code})`;
  if (/^(57P0|08)|ECONNRESET|EPIPE/.test(code) || /terminated|Connection/.test(error.message))
    return `the connection was lost after ${rows} rows (${error.message})`;
  return `the database refuses: ${error.message}`;
}
