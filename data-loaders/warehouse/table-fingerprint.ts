import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {hashCode} from "../engine/hash-code.ts";
import {fingerprint} from "./fingerprint.ts";
import {bindText, type GraphNode} from "./graph.ts";
import {fingerprintInputs} from "./input-fingerprints.ts";
import {isAllowed} from "./is-allowed.ts";
import type {Month} from "./months.ts";
import type {RunContext} from "./run-context.ts";

const TRACING_CODE = hashCode(join(import.meta.dirname, "field-usage.ts"));

/** What a table, or one month of it, is made from: its definition, the options that it reads, its inputs and the engine. */
export function fingerprintOf(run: RunContext, node: GraphNode, month?: Month): string {
  const {parameters, built} = run;
  const texts = [node.sql ?? "", ...node.contract.checks.map(({sql}) => sql)];
  const used = texts
    .flatMap((sql) => bindText(node.file, sql, parameters).used)
    .map((name) => [name, parameters[name]]);
  const options = node.model?.options?.(run.loaded.config);
  return fingerprint([
    engineVersion(),
    node.codeHash,
    ...(node.model?.readsGraph ? [fingerprintGraph(run)] : []),
    used,
    options,
    month,
    fingerprintInputs(built, node, parameters, month?.month),
  ]);
}

/** What every table reads, which are published, and the code that looks into it. */
function fingerprintGraph({graph, loaded}: RunContext): string {
  const definitions = [...graph.values()].map((node) => [
    node.name,
    node.sql ?? [node.inputs, node.contract.columns.map((column) => column.name)],
    isAllowed(node, loaded.config),
  ]);
  return fingerprint([TRACING_CODE, definitions]);
}

let version: string | undefined;

/** The engine's release and our macros: another engine may compute, or store, something else. */
function engineVersion(): string {
  version ??= fingerprint([
    (createRequire(import.meta.url)("@duckdb/node-api/package.json") as {version: string}).version,
    readFileSync(join(import.meta.dirname, "../engine/macros.sql"), "utf8"),
  ]);
  return version;
}
