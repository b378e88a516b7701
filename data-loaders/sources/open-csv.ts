import {rmSync} from "node:fs";
import {basename} from "node:path";
import type {CsvSource} from "../config/source-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quoteText} from "../engine/sql-text.ts";
import {UserError} from "../user-error.ts";
import {castColumns} from "./cast-columns.ts";
import type {TextStyle} from "./cast-text.ts";
import {checkMalformed, type MalformedRow, readMalformedRows} from "./malformed-rows.ts";
import type {FileRelation} from "./mapping-sql.ts";
import {readCsvSql, readHeader} from "./read-csv-sql.ts";
import {isCompressed, type TextFormat} from "./read-text.ts";
import {takeScan} from "./scan-ahead.ts";
import {findRecordLines, scanRecords} from "./scan-records.ts";
import {writePlainCopy} from "./write-plain-copy.ts";

/** How rows are numbered where they are named. */
export interface RowNumbering {
  /** Number of the first row. */
  first: number;
  /** Whether a record stands on another line than that of its number, so that the file must be searched for it. */
  isSearched?: true;
  /** Where rows do not follow one another: position of a record, the row that it stands on. */
  jumps?: [number, number][];
}

/** A file that is ready to be read by the engine. */
export interface OpenFile {
  relation: FileRelation;
  /** Rows that an independent count found. */
  records: number;
  numbering: RowNumbering;
  /** After the reading: records that are no rows. */
  readMalformed(): Promise<MalformedRow[]>;
  close(): void;
}

/**
 * Opens a text file: counts its records, reads its header, and makes a plain copy where the reader does not take the file
 * as it is (another encoding than UTF-8, several kinds of line ends, blank lines above the header or in a file of one column).
 *
 * @param temporary path beside which temporary files may be written
 * @throws UserError for a file that is no text of separated values, naming the line
 */
export async function openCsv(
  engine: Engine,
  option: string,
  source: CsvSource,
  path: string,
  temporary: string,
  style: TextStyle,
): Promise<OpenFile> {
  checkFormat(option, source);
  const {records, lines, firstLine, hasMixedBreaks, plainText} = await takeScan(path, source);
  if (records === 0) throw new UserError(`${basename(path)}: the file is empty`);
  await checkTimeFormats(engine, option, source);
  const header = await readHeader(path, source);
  const hasPlainLines = records === lines;
  const needsCopy =
    source.encoding !== "utf-8" ||
    hasMixedBreaks ||
    firstLine > 1 ||
    header.some((name) => name.includes("\n")) ||
    (header.length === 1 && !hasPlainLines);
  const copy = `${temporary}.text`;
  if (needsCopy) await writePlainCopy(path, source, copy);
  const plain = needsCopy ? copy : plainText;
  const read = plain ? readCsvSql(plain, header, source) : readCsvSql(path, header, source, isCompressed(path));
  return {
    relation: castColumns(read, header, source.columns, style),
    records: records - 1,
    numbering: {first: 2, ...(hasPlainLines ? {} : {isSearched: true})},
    async readMalformed() {
      const rows = await readMalformedRows(engine, basename(path));
      const located = hasPlainLines ? rows : await locateMalformed(path, source, rows, needsCopy);
      checkMalformed(basename(path), located);
      return located;
    },
    close: () => rmSync(copy, {force: true}),
  };
}

/** The engine counts line ends outside of quotes, those of blank lines too; in a plain copy, records. */
export async function locateMalformed(
  path: string,
  format: TextFormat,
  rows: readonly MalformedRow[],
  isCopy: boolean,
): Promise<MalformedRow[]> {
  const located: MalformedRow[] = [];
  if (rows.length === 0) return located;
  if (isCopy) {
    const lines = await findRecordLines(
      path,
      format,
      rows.map(({record}) => record),
    );
    return rows.map((row, i) => ({...row, line: lines[i]!}));
  }
  await scanRecords(path, format, {
    onRecord(record, line, breaks) {
      const row = rows[located.length];
      if (row?.record === breaks + 1) located.push({...row, record, line});
    },
  });
  if (located.length !== rows.length)
    throw new Error(`${basename(path)}: ${rows.length - located.length} malformed rows could not be found again`);
  return located;
}

function checkFormat(option: string, {delimiter, quote}: CsvSource): void {
  for (const [name, character] of Object.entries({delimiter, quote}))
    if (!/^[\t -~]$/.test(character))
      throw new UserError(`${option}.${name}: expected one ASCII character, got ${JSON.stringify(character)}`);
  if (delimiter === quote) throw new UserError(`${option}.quote: the same as the delimiter, ${JSON.stringify(quote)}`);
}

async function checkTimeFormats(
  engine: Engine,
  option: string,
  {dateFormat, timestampFormat}: CsvSource,
): Promise<void> {
  for (const [name, format] of Object.entries({dateFormat, timestampFormat})) {
    if (!format) continue;
    await engine.rows(`SELECT try_strptime('', ${quoteText(format)})`).catch((error: unknown) => {
      throw new UserError(`${option}.${name}: not a format of days and times: ${JSON.stringify(format)}`, {
        cause: error,
      });
    });
  }
}
