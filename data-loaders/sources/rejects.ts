import type {Engine} from "../warehouse/engine.ts";
import {listProblems, UserError} from "../user-error.ts";
import {quoteText} from "../warehouse/sql-text.ts";
import type {StoredSource} from "./ingest.ts";

/**
 * Stops where too many rows were rejected for being malformed; rows that the shop declared to reject do not count.
 *
 * @param path the stored source
 * @throws UserError with the share, the limit and the first ten rows
 */
export async function checkRejectShare(engine: () => Promise<Engine>, {report, malformed}: StoredSource, path: string, maxShare: number): Promise<void> {
  const count = report.rejects.filter((reject) => !reject.isDeclared).reduce((sum, reject) => sum + reject.count, 0);
  if (report.records === 0 && report.entity === "order_lines") throw new UserError(`${report.file}: no rows below the header`);
  if (count === 0 || count <= maxShare * report.records) return;
  const share = ((100 * count) / report.records).toFixed(1);
  const rows = await listRejectedRows(await engine(), path, report.file, malformed, new Set(report.rejects.filter((reject) => reject.isDeclared).map((reject) => reject.rule)));
  throw new UserError(
    `${report.file}: ${count} of ${report.records} rows rejected, ${share} % (quality.maxRejectShare allows ${100 * maxShare} %)\n${listProblems(rows)}${count > rows.length ? `\n… and ${count - rows.length} more` : ""}`,
  );
}

/** The first rejected rows as `orders.csv:1042: amount: invalid amount: "12,9O"`, in the file's order. */
async function listRejectedRows(engine: Engine, path: string, file: string, malformed: StoredSource["malformed"], declared: ReadonlySet<string>): Promise<string[]> {
  const marked = await engine.rows<{row: bigint; rule: string; field: string; value: string | null}>(
    `SELECT file_row_number AS row, reject_rule AS rule, reject_field AS field, reject_value AS value
     FROM read_parquet(${quoteText(path)}, file_row_number = true) WHERE reject_rule IS NOT NULL ORDER BY row LIMIT 1000`,
  );
  const lost = malformed.map((row) => row.line).sort((a, b) => a - b);
  const rows = [
    ...malformed.slice(0, 1000),
    ...marked.filter(({rule}) => !declared.has(rule)).map(({row, ...rest}) => ({line: lineOf(Number(row), lost), ...rest})),
  ].sort((a, b) => a.line - b.line);
  return rows.slice(0, 10).map(({line, field, rule, value}) => `${file}:${line}: ${field ? `${field}: ` : ""}${rule}${value === null || value === "" ? "" : `: ${JSON.stringify(value.slice(0, 80))}`}`);
}

/** Line of the row with this position among the rows that were read: the header and the lost lines before it stand above. */
function lineOf(position: number, lost: readonly number[]): number {
  let line = position + 2;
  for (const lostLine of lost) if (lostLine <= line) line++;
  return line;
}
