import type {Source} from "../config/source-schema.ts";
import type {Engine} from "../warehouse/engine.ts";
import {quotePath} from "../warehouse/sql-text.ts";
import type {StoredSource} from "./ingest.ts";
import {findRecordLines} from "./scan-records.ts";

/** A row that was left out. */
export interface RejectedRow {
  /** Line of a text file on which the record begins; elsewhere the number of the row. */
  row: number;
  field: string;
  rule: string;
  value: string | null;
}

/**
 * The rejected rows of a stored source in the file's order.
 *
 * @param which `undeclared`: without those that the shop declares to be none of its business
 * @param limit at most so many
 */
export async function listRejectedRows(
  engine: Engine,
  {malformed, hasPlainLines}: StoredSource,
  stored: string,
  {source, path}: {source: Source; path: string},
  which: "all" | "undeclared",
  limit = Number.MAX_SAFE_INTEGER,
): Promise<RejectedRow[]> {
  const marked = await engine.rows<{position: bigint; rule: string; field: string; value: string | null}>(
    `SELECT file_row_number AS position, reject_rule AS rule, reject_field AS field, left(reject_value, 200) AS value
     FROM read_parquet(${quotePath(stored)}, file_row_number = true, hive_partitioning = false)
     WHERE reject_rule IS NOT NULL ${which === "undeclared" ? "AND reject_field <> ''" : ""} ORDER BY position LIMIT ${limit}`,
  );
  if (source.kind !== "csv") return marked.map(({position, ...rest}) => ({...rest, row: Number(position) + 1}));
  const records = toRecords(
    marked.map(({position}) => Number(position)),
    malformed.map(({record}) => record),
  );
  const lines = hasPlainLines || records.length === 0 ? records : await findRecordLines(path, source, records);
  const rows = [
    ...marked.map(({position: _, ...rest}, i) => ({...rest, row: lines[i]!})),
    ...malformed.slice(0, limit).map(({line, rule, value}) => ({row: line, field: "", rule, value})),
  ];
  return rows.sort((a, b) => a.row - b.row).slice(0, limit);
}

/** Numbers of the records at these positions among the rows that were read: the header and lost records stand before. */
function toRecords(positions: readonly number[], lost: readonly number[]): number[] {
  let before = 0;
  return positions.map((position) => {
    while (before < lost.length && lost[before]! <= position + 2 + before) before++;
    return position + 2 + before;
  });
}
