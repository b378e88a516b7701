import {listProblems, UserError} from "../user-error.ts";
import type {StoredSource} from "./ingest.ts";
import type {RejectedRow} from "./rejected-rows.ts";

/**
 * Stops where too many rows were rejected for being malformed; rows that the shop declared to reject do not count.
 *
 * @param listRows gives the first ten of them
 * @throws UserError with the share, the limit and the first ten rows
 */
export async function checkRejectShare(
  {report}: StoredSource,
  maxShare: number,
  listRows: () => Promise<RejectedRow[]>,
): Promise<void> {
  const {file, records, rejects} = report;
  const count = rejects.filter((reject) => !reject.isDeclared).reduce((sum, reject) => sum + reject.count, 0);
  if (records === 0 && report.entity === "order_lines") throw new UserError(`${file}: no rows below the header`);
  if (count === 0 || count <= maxShare * records) return;
  const share = ((100 * count) / records).toFixed(1);
  const rows = (await listRows()).map((row) => describeRejected(file, row));
  const more = count > rows.length ? `\n… and ${count - rows.length} more` : "";
  throw new UserError(
    `${file}: ${count} of ${records} rows rejected, ${share} % (quality.maxRejectShare allows ${100 * maxShare} %)\n${listProblems(rows)}${more}`,
  );
}

/** `orders.csv:1042: amount: invalid amount: "12,9O"` */
function describeRejected(file: string, {row, field, rule, value}: RejectedRow): string {
  return `${file}:${row}: ${field ? `${field}: ` : ""}${rule}${value ? `: ${JSON.stringify(value.slice(0, 80))}` : ""}`;
}
