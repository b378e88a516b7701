import {rmSync} from "node:fs";
import {basename} from "node:path";
import type {JsonSource} from "../config/source-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quoteName, quoteText} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import {castColumns} from "./cast-columns.ts";
import type {TextStyle} from "./cast-text.ts";
import {readMalformedRows} from "./malformed-rows.ts";
import {locateMalformed, type OpenFile} from "./open-csv.ts";
import {readCsvSql} from "./read-csv-sql.ts";
import {isCompressed, type TextFormat} from "./read-text.ts";
import {scanRecords} from "./scan-records.ts";
import {writeJsonLines} from "./write-json-lines.ts";
import {writePlainCopy} from "./write-plain-copy.ts";

/** Lines as records of one field: neither character may stand in JSON, and no text that is read holds a NUL. */
export const lineFormat: TextFormat = {delimiter: "\x01", quote: "\0", encoding: "utf-8"};

/**
 * Opens a JSON file: counts its objects, and writes an array again as lines, which the engine reads without guessing.
 *
 * @param temporary path beside which temporary files may be written
 * @throws UserError for a file that is no JSON as a whole, naming the line, and for a key that no object has
 */
export async function openJson(
  engine: Engine,
  option: string,
  source: JsonSource,
  path: string,
  temporary: string,
  style: TextStyle,
): Promise<OpenFile> {
  const copy = `${temporary}.text`;
  const close = () => rmSync(copy, {force: true});
  try {
    const {records, hasPlainLines, needsCopy} = source.lines
      ? await openLines(path, copy)
      : await openArray(path, copy);
    const read = readCsvSql(
      needsCopy ? copy : path,
      ["record"],
      {delimiter: lineFormat.delimiter, quote: ""},
      !needsCopy && isCompressed(path),
      false,
    );
    const relation = relationOf(read, source, style);
    if (records) await checkColumns(engine, basename(path), option, read, source);
    return {
      relation,
      records,
      numbering: {first: 1, ...(hasPlainLines ? {} : {isSearched: true})},
      async readMalformed() {
        const rows = await readMalformedRows(engine, basename(path));
        return hasPlainLines ? rows : locateMalformed(path, lineFormat, rows, needsCopy);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function openLines(path: string, copy: string) {
  const {records, lines, hasMixedBreaks} = await scanRecords(path, lineFormat);
  if (records === 0) throw new UserError(`${basename(path)}: the file is empty`);
  const hasPlainLines = records === lines;
  const needsCopy = hasMixedBreaks || !hasPlainLines;
  if (needsCopy) await writePlainCopy(path, lineFormat, copy);
  return {records, hasPlainLines, needsCopy};
}

/** Elements have numbers, and lines that say nothing: an array is often one line. */
async function openArray(path: string, copy: string) {
  return {records: await writeJsonLines(path, copy), hasPlainLines: true, needsCopy: true};
}

/** A key, or the path that its dots stand for, as the engine takes it. */
function pathOf(name: string, separator: string | RegExp): string {
  return `$${name
    .split(separator)
    .map((key) => `."${key}"`)
    .join("")}`;
}

const NO_SEPARATOR = /(?!)/;

function relationOf(read: string, {columns}: JsonSource, style: TextStyle) {
  const names = Object.keys(columns);
  const paths = names.flatMap((name) => [pathOf(name, NO_SEPARATOR), pathOf(name, ".")]);
  const values = names.map(
    (name, i) => `coalesce("values"[${2 * i + 1}], "values"[${2 * i + 2}]) AS ${quoteName(name)}`,
  );
  const objects = `(SELECT ${values.join(", ")}, "record as read", "is object"
    FROM (SELECT record AS "record as read", coalesce(json_type(parsed) = 'OBJECT', false) AS "is object", json_extract_string(parsed, [${paths.map(quoteText).join(", ")}]) AS "values"
      FROM (SELECT record, TRY_CAST(record AS JSON) AS parsed FROM ${read})))`;
  return {
    ...castColumns(objects, names, columns, style, ["record as read", "is object"]),
    invalid: [{rule: "not a JSON object", field: "record", condition: `NOT "is object"`, value: `"record as read"`}],
  };
}

/** What an object lacks is empty; what all of them lack is a key misspelt. */
async function checkColumns(
  engine: Engine,
  file: string,
  option: string,
  read: string,
  {columns}: JsonSource,
): Promise<void> {
  const parsed = `(SELECT TRY_CAST(record AS JSON) AS parsed FROM ${read})`;
  let missing = Object.keys(columns);
  for (const limit of ["LIMIT 1000", ""]) {
    if (missing.length === 0) return;
    const exists = missing.map(
      (name, i) =>
        `bool_or(json_exists(parsed, ${quoteText(pathOf(name, NO_SEPARATOR))}) OR json_exists(parsed, ${quoteText(pathOf(name, "."))})) AS found_${i}`,
    );
    const [found] = await engine.rows<Record<string, boolean | null>>(
      `SELECT ${exists.join(", ")} FROM (SELECT parsed FROM ${parsed} ${limit})`,
    );
    await engine.run("DROP TABLE IF EXISTS reject_errors");
    await engine.run("DROP TABLE IF EXISTS reject_scans");
    missing = missing.filter((_, i) => found![`found_${i}`] === false);
  }
  if (missing.length === 0) return;
  const keys = await engine.rows<{key: string}>(
    `SELECT unnest(json_keys(parsed)) AS key FROM (SELECT parsed FROM ${parsed} WHERE json_type(parsed) = 'OBJECT' LIMIT 1)`,
  );
  throw new UserError(
    `${file}: no record has ${missing.map((name) => JSON.stringify(name)).join(", ")} (${option}.columns); the first has ${keys.map(({key}) => key).join(", ")}`,
  );
}
