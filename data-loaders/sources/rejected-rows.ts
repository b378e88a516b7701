import type {Source} from "../config/source-schema.ts";
import type {Engine} from "../engine/duckdb.ts";
import {quotePath} from "../engine/sql-text.ts";
import type {SourceFile, StoredFile, StoredSource} from "./ingest.ts";
import type {RowNumbering} from "./open-csv.ts";
import {lineFormat} from "./open-json.ts";
import {findRecordLines} from "./scan-records.ts";

/** A row that was left out. */
export interface RejectedRow {
  file: string;
  /** Line of a text file on which the record begins; elsewhere the number of the row. */
  row: number;
  field: string;
  rule: string;
  value: string | null;
}

/** Which of the rejected rows are wanted. */
export interface RejectedRowsChoice {
  /** Without those that the shop declares to be none of its business. */
  isUndeclared?: boolean;
  /** Of this file alone, by its place in the source. */
  file?: number;
  /** At most so many of each file. */
  limit?: number;
}

/** The rejected rows of a stored source, in the order of its files and of their rows. */
export async function listRejectedRows(
  engine: Engine,
  {files: storedFiles}: StoredSource,
  stored: string,
  {source, files}: {source: Source; files: readonly SourceFile[]},
  {isUndeclared, file: only, limit = Number.MAX_SAFE_INTEGER}: RejectedRowsChoice = {},
): Promise<RejectedRow[]> {
  const rows: RejectedRow[] = [];
  let start = 0;
  for (const [i, file] of storedFiles.entries()) {
    const end = start + file.rows;
    if (file.report.rejected && (only === undefined || only === i)) {
      const marked = await engine.rows<MarkedRow>(
        `SELECT file_row_number - ${start} AS position, reject_rule AS rule, reject_field AS field, left(reject_value, 200) AS value
         FROM read_parquet(${quotePath(stored)}, file_row_number = true, hive_partitioning = false)
         WHERE reject_rule IS NOT NULL AND file_row_number >= ${start} AND file_row_number < ${end} ${isUndeclared ? "AND reject_field <> ''" : ""}
         ORDER BY file_row_number LIMIT ${limit}`,
      );
      const numbered = await numberRows(source, files[i]!, file, marked, limit);
      rows.push(...numbered.map((row) => ({file: files[i]!.name, ...row})));
    }
    start = end;
  }
  return rows;
}

interface MarkedRow {
  position: bigint;
  rule: string;
  field: string;
  value: string | null;
}

async function numberRows(
  source: Source,
  {path}: SourceFile,
  {malformed, numbering}: StoredFile,
  marked: readonly MarkedRow[],
  limit: number,
): Promise<Omit<RejectedRow, "file">[]> {
  const records = toRecords(
    marked.map(({position}) => Number(position)),
    malformed.map(({record}) => record),
    numbering.first,
  );
  const lines =
    numbering.isSearched && records.length
      ? await findRecordLines(path, source.kind === "csv" ? source : lineFormat, records)
      : records.map((record) => jump(record, numbering));
  const rows = [
    ...marked.map(({position: _, ...rest}, i) => ({...rest, row: lines[i]!})),
    ...malformed.slice(0, limit).map(({line, record, rule, value}) => ({
      row: numbering.jumps ? jump(record, numbering) : line,
      field: "",
      rule,
      value,
    })),
  ];
  return rows.sort((a, b) => a.row - b.row).slice(0, limit);
}

/** Numbers of the records at these positions among the rows that were read: a header and lost records stand before. */
function toRecords(positions: readonly number[], lost: readonly number[], first: number): number[] {
  let before = 0;
  return positions.map((position) => {
    while (before < lost.length && lost[before]! <= position + first + before) before++;
    return position + first + before;
  });
}

/** The row on which a record stands, blank rows above it included. */
function jump(record: number, {first, jumps = []}: RowNumbering): number {
  const [position, row] = jumps.findLast(([from]) => from <= record - first) ?? [0, first];
  return row + record - first - position;
}
