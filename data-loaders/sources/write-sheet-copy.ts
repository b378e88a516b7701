import {createWriteStream} from "node:fs";
import {basename} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {CellValue, Row} from "exceljs";
import {UserError} from "../user-error.ts";
import type {Sheet} from "./find-sheet.ts";
import {readZipDirectory, readZipEntry} from "./read-zip.ts";
import {toCsvLine} from "./to-csv-line.ts";

/** Stands before the code of an error in a cell; no text begins with it (Unicode: private use). */
export const ERROR_MARK = "\uE000";

/** A sheet that was written again as text of separated values. */
export interface SheetCopy {
  header: string[];
  headerRow: number;
  records: number;
  /** Where the rows of the sheet do not follow one another: position of a record, the row that it stands on. */
  jumps: [number, number][];
}

/**
 * Writes a sheet again as UTF-8 text: dates in ISO 8601, formulas by their result, an error in a cell behind a mark, rows
 * without any value not at all. Cells beyond the named columns make a row too long, which its reader reports.
 *
 * @throws UserError for a workbook that cannot be read, and for a sheet without a row of names
 */
export async function writeSheetCopy(
  path: string,
  sheet: Sheet,
  headerRow: number | undefined,
  target: string,
): Promise<SheetCopy> {
  const file = basename(path);
  const copy: SheetCopy = {header: [], headerRow: 0, records: 0, jumps: []};
  let [seen, next] = [0, 0];

  async function* copyRows(): AsyncGenerator<string> {
    for await (const row of readRows(path, sheet.number)) {
      seen++;
      const cells = listCells(row);
      while (cells.length && cells.at(-1) === "") cells.pop();
      if (cells.length === 0 || row.number < (headerRow ?? 1)) continue;
      if (copy.headerRow === 0) {
        if (headerRow !== undefined && row.number !== headerRow) break;
        copy.header = cells;
        copy.headerRow = row.number;
        next = row.number + 1;
        yield toCsvLine(cells);
        continue;
      }
      if (row.number !== next) copy.jumps.push([copy.records, row.number]);
      next = row.number + 1;
      copy.records++;
      while (cells.length < copy.header.length) cells.push("");
      yield toCsvLine(cells);
    }
  }

  await pipeline(Readable.from(copyRows()), createWriteStream(target)).catch((error: unknown) => {
    if (error instanceof UserError || (error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    throw new UserError(`${file}: the workbook is damaged (${(error as Error).message})`, {cause: error});
  });
  if (copy.headerRow === 0)
    throw new UserError(
      `${file}: the sheet ${JSON.stringify(sheet.name)} has no row${headerRow ? ` ${headerRow}` : ""} that names columns`,
    );
  if (seen !== sheet.rows)
    throw new UserError(
      `${file}: ${sheet.rows} rows counted in the sheet ${JSON.stringify(sheet.name)}, but ${seen} read: the workbook is damaged`,
    );
  return copy;
}

/** The steps of the reader, which it would take in the order in which files stand in the archive: dates need styles first. */
interface Steps {
  _parseRels(file: AsyncIterable<string>): Promise<void>;
  _parseWorkbook(file: AsyncIterable<string>): Promise<void>;
  _parseStyles(file: AsyncIterable<string>): Promise<void>;
  _parseSharedStrings(file: AsyncIterable<string>): AsyncIterable<unknown>;
  _parseWorksheet(file: AsyncIterable<string>, sheet: string): AsyncIterable<{value: AsyncIterable<Row>}>;
}

/** Reads the archive itself: the reader's own way waits for ever at a damaged one, and cuts characters in two. */
async function* readRows(path: string, sheet: number): AsyncGenerator<Row> {
  // Loaded when first needed: most shops have no workbook.
  const {default: exceljs} = await import("exceljs");
  const entries = await readZipDirectory(path);
  const read = (name: string) => Readable.from(readZipEntry(path, entries.get(name)!));
  const steps = new exceljs.stream.xlsx.WorkbookReader("", {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  }) as unknown as Steps;
  await steps._parseRels(read("xl/_rels/workbook.xml.rels"));
  await steps._parseWorkbook(read("xl/workbook.xml"));
  if (entries.has("xl/styles.xml")) await steps._parseStyles(read("xl/styles.xml"));
  if (entries.has("xl/sharedStrings.xml"))
    for await (const _ of steps._parseSharedStrings(read("xl/sharedStrings.xml"))) {
      // Kept by the reader.
    }
  for await (const {value} of steps._parseWorksheet(read(`xl/worksheets/sheet${sheet}.xml`), String(sheet)))
    yield* value;
}

function listCells(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell({includeEmpty: true}, (cell, column) => {
    cells[column - 1] = toText(cell.value, cell.numFmt);
  });
  return Array.from(cells, (cell) => cell ?? "");
}

function toText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return toTime(value);
  if (typeof value === "number") {
    // A formula's error comes as one that is no number.
    if (Number.isNaN(value)) return `${ERROR_MARK}#ERROR`;
    return isTimeFormat(format) ? toTime(new Date(Math.round((value - EPOCH_IN_EXCEL) * 86_400_000))) : String(value);
  }
  if (typeof value !== "object") return String(value);
  if ("error" in value) return `${ERROR_MARK}${value.error}`;
  if ("richText" in value) return value.richText.map(({text}) => text).join("");
  if ("text" in value) return toText(value.text as CellValue, undefined);
  if ("result" in value && value.result !== undefined) return toText(value.result as CellValue, format);
  return `${ERROR_MARK}a formula that was never computed`;
}

/** 1970-01-01 as the day number of a workbook. */
const EPOCH_IN_EXCEL = 25_569;

const isTimeFormat = (format = "") => /[ymdhs]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\.|General/g, ""));

function toTime(time: Date): string {
  if (Number.isNaN(time.getTime())) return `${ERROR_MARK}no day`;
  return time
    .toISOString()
    .replace("T", " ")
    .replace(/(\.000)?Z$/, "");
}
