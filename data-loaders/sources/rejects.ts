import {listProblems, UserError} from "../user-error.ts";
import type {StoredSource} from "./ingest.ts";
import type {RejectedRow} from "./rejected-rows.ts";

/**
 * Stops where too many rows of a file were rejected for being malformed; rows that the shop declared to reject do not
 * count.
 *
 * @param listRows gives the first ten of them in a file, by its place in the source
 * @throws UserError with the share, the limit and the first ten rows
 */
export async function checkRejectShare(
  {files}: StoredSource,
  maxShare: number,
  listRows: (file: number) => Promise<RejectedRow[]>,
): Promise<void> {
  const {entity, file: firstFile} = files[0]!.report;
  if (entity === "order_lines" && files.every(({report}) => report.records === 0))
    throw new UserError(`${firstFile}: no rows below the header`);
  for (const [i, {report}] of files.entries()) {
    const {file, records, rejects} = report;
    const count = rejects.filter((reject) => !reject.isDeclared).reduce((sum, reject) => sum + reject.count, 0);
    if (count === 0 || count <= maxShare * records) continue;
    const share = ((100 * count) / records).toFixed(1);
    const rows = (await listRows(i)).map(describeRejected);
    const more = count > rows.length ? `\n… and ${count - rows.length} more` : "";
    throw new UserError(
      `${file}: ${count} of ${records} rows rejected, ${share} % (quality.maxRejectShare allows ${100 * maxShare} %)\n${listProblems(rows)}${more}`,
    );
  }
}

/** `orders.csv:1042: amount: invalid amount: "12,9O"` */
function describeRejected({file, row, field, rule, value}: RejectedRow): string {
  return `${file}:${row}: ${field ? `${field}: ` : ""}${rule}${value ? `: ${JSON.stringify(value.slice(0, 80))}` : ""}`;
}
