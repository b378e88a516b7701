import {createReadStream} from "node:fs";
import {basename} from "node:path";
import {createGunzip} from "node:zlib";
import {parse} from "csv-parse/sync";
import type {ColumnType, CsvSource} from "../config/source-schema.ts";
import {UserError} from "../user-error.ts";
import {quoteName, quoteText} from "../warehouse/sql-text.ts";

const readTypes: Record<ColumnType, string> = {
  text: "VARCHAR",
  integer: "BIGINT",
  decimal: "DECIMAL(18, 4)",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
  instant: "TIMESTAMPTZ",
};

/**
 * The names in the first record of a text file.
 *
 * @throws UserError for an empty file, a name given twice and a declared column that the file does not have
 */
export async function readHeader(path: string, source: CsvSource): Promise<string[]> {
  const file = basename(path);
  const start = await readStart(path);
  if (start.length === 0) throw new UserError(`${file}: the file is empty`);
  if (source.encoding === "utf-8" && (start[0] === 0xff || start[0] === 0xfe))
    throw new UserError(`${file}: the file is UTF-16, not UTF-8; set encoding: "utf-16" or save it as UTF-8`);
  const decoder = new TextDecoder(source.encoding === "latin-1" ? "latin1" : source.encoding === "utf-16" ? "utf-16le" : "utf-8");
  const [header = []]: string[][] = parse(decoder.decode(start), {bom: true, to: 1, delimiter: source.delimiter, quote: source.quote, relax_quotes: true, skip_empty_lines: true});
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined) throw new UserError(`${file}:1: two columns are named ${JSON.stringify(twice)}`);
  const missing = Object.keys(source.columns).filter((name) => !header.includes(name));
  if (missing.length) throw new UserError(`${file}:1: missing column ${missing.map((name) => JSON.stringify(name)).join(", ")}; the file has ${header.join(", ")}`);
  return header;
}

/** The call that reads a text file with explicit columns, keeping what cannot be parsed as rejects. */
export function readCsvSql(path: string, header: readonly string[], source: CsvSource): string {
  const columns = header.map((name) => `${quoteName(name)}: '${readTypes[source.columns[name] ?? "text"]}'`);
  const options = {
    auto_detect: "false",
    header: "true",
    strict_mode: "true",
    store_rejects: "true",
    delim: quoteText(source.delimiter),
    quote: quoteText(source.quote),
    escape: quoteText(source.quote),
    decimal_separator: quoteText(source.decimalSeparator),
    ...(source.encoding === "utf-8" ? {} : {encoding: quoteText(source.encoding)}),
    ...(source.dateFormat ? {dateformat: quoteText(source.dateFormat)} : {}),
    ...(source.timestampFormat ? {timestampformat: quoteText(source.timestampFormat)} : {}),
    columns: `{${columns.join(", ")}}`,
  };
  return `read_csv(${quoteText(path)}, ${Object.entries(options).map(([name, value]) => `${name} = ${value}`).join(", ")})`;
}

async function readStart(path: string): Promise<Buffer> {
  const stored = createReadStream(path, {end: (1 << 16) - 1});
  const text = path.endsWith(".gz") ? stored.pipe(createGunzip()) : stored;
  const pieces: Buffer[] = [];
  try {
    for await (const piece of text) pieces.push(piece as Buffer);
  } catch (error) {
    // The beginning of a compressed file ends in the middle: what came out before is what is wanted.
    if ((error as NodeJS.ErrnoException).code !== "Z_BUF_ERROR") throw new UserError(`${basename(path)}: cannot be decompressed (${(error as Error).message})`);
  }
  return Buffer.concat(pieces);
}
