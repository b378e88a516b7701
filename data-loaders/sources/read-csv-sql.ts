import {basename} from "node:path";
import {parse} from "csv-parse/sync";
import type {CsvSource} from "../config/source-schema.ts";
import {quoteName, quotePath, quoteText} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import {readText} from "./read-text.ts";

/** So many records may be no rows; a file with more of them is not what the configuration says. */
export const maxMalformed = 100_000;

/**
 * The names in the first record of a text file, without blanks around them; a column without a name is `column 3`.
 *
 * @throws UserError for an empty file, a name given twice and a declared column that the file does not have
 */
export async function readHeader(path: string, source: CsvSource): Promise<string[]> {
  const file = basename(path);
  const header = parseHeader(file, await readBeginning(path, source.encoding), source);
  if (header.length === 0) throw new UserError(`${file}: the file is empty`);
  return checkHeader(`${file}:1`, header, source.columns);
}

/**
 * The names of columns, one without a name being `column 3`.
 *
 * @param place file and row
 * @throws UserError for a name given twice, and for a declared column that is not there
 */
export function checkHeader(place: string, given: readonly string[], declared: object): string[] {
  const header = given.map((name, i) => name.trim() || `column ${i + 1}`);
  const folded = header.map(foldCase);
  const twice = header.findIndex((_, i) => folded.indexOf(folded[i]!) !== i);
  if (twice >= 0) {
    const first = header[folded.indexOf(folded[twice]!)]!;
    const names =
      first === header[twice]
        ? JSON.stringify(first)
        : `${JSON.stringify(first)} and ${JSON.stringify(header[twice])}, which differ by case alone`;
    throw new UserError(`${place}: two columns are named ${names}`);
  }
  const missing = Object.keys(declared).filter((name) => !header.includes(name));
  if (missing.length)
    throw new UserError(
      `${place}: missing column ${missing.map((name) => JSON.stringify(name)).join(", ")}; the file has ${header.join(", ")}`,
    );
  return header;
}

/** The call that reads a text file's columns as text; records that are no rows of them are kept as rejects. */
export function readCsvSql(
  path: string,
  header: readonly string[],
  source: Pick<CsvSource, "delimiter" | "quote">,
  isCompressed = false,
  hasHeader = true,
): string {
  const columns = header.map((name) => `${quoteName(name)}: 'VARCHAR'`);
  const options = {
    auto_detect: "false",
    header: String(hasHeader),
    strict_mode: "true",
    store_rejects: "true",
    rejects_limit: String(maxMalformed + 1),
    hive_partitioning: "false",
    compression: isCompressed ? "'gzip'" : "'none'",
    delim: quoteText(source.delimiter),
    quote: quoteText(source.quote),
    escape: quoteText(source.quote),
    columns: `{${columns.join(", ")}}`,
  };
  return `read_csv(${quotePath(path)}, ${Object.entries(options)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ")})`;
}

function parseHeader(file: string, text: string, {delimiter, quote}: CsvSource): string[] {
  try {
    const [header = []]: string[][] = parse(text, {
      to: 1,
      delimiter,
      quote,
      escape: quote,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
    return header;
  } catch (error) {
    throw new UserError(`${file}:1: the names of the columns cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function readBeginning(path: string, encoding: string): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of readText(path, encoding)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= 1 << 16) break;
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** The engine compares names without regard to the case of ASCII letters. */
function foldCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
