import {buildMonths} from "./build-months.ts";
import type {GraphNode} from "./graph.ts";
import {isKnownEmpty} from "./known-empty.ts";
import {publishTable} from "./publish-table.ts";
import type {Built, RunContext} from "./run-context.ts";
import {type Description, storeTable} from "./store-table.ts";
import {fingerprintOf} from "./table-fingerprint.ts";
import {timed} from "./timed.ts";

/** Brings one table up to date; a table whose definition and inputs are unchanged costs nothing. */
export async function buildNode(run: RunContext, node: GraphNode): Promise<Built> {
  if (node.contract.isView) return {fingerprint: fingerprintOf(run, node), files: []};
  if (node.layer === "published") return publishTable(run, node);
  if (node.contract.isMonthly) return buildMonths(run, node);
  // No month of it is ever another: what is computed by month from it stays as it is when a month is added.
  if (isKnownEmpty(run, node))
    return {fingerprint: node.codeHash, files: [], rows: 0, ...(node.contract.monthsOf ? {months: {}} : {})};
  const made = fingerprintOf(run, node);
  const path = run.store.pathOf(node.name, made, "parquet");
  const found = run.store.find<Description>(path) ?? (await timed(run, node, () => storeTable(run, node, path)));
  const {rows, months, only} = found;
  return {fingerprint: made, files: [path], rows, ...(months ? {months} : {}), ...(only ? {only} : {})};
}
