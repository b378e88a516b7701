import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {hashCode} from "../engine/hash-code.ts";
import {bindParameters} from "../engine/sql-text.ts";
import {loadModule} from "../load-module.ts";
import {UserError} from "../user-error.ts";
import {type Contract, isQuery, parseContract} from "./contract.ts";
import type {Model} from "./model.ts";
import type {ParsedSql} from "./parsed-sql.ts";

/** One table of the warehouse: where it is defined, what it promises and what it reads. */
export interface GraphNode {
  name: string;
  layer: "staging" | "models" | "published";
  /** Path relative to the project, for messages. */
  file: string;
  contract: Contract;
  /** Tables that it reads, `source_…` among them. */
  inputs: string[];
  /** The SELECT, or the model that makes the rows. */
  sql?: string;
  model?: Model;
  /** Hash of the definition. */
  codeHash: string;
}

/** Nodes by table name, every node after its inputs. */
export type Graph = Map<string, GraphNode>;

/** What monthly tables read: the months that are being computed, with `month`, `month_end` and `window_start`. */
export const SNAPSHOT_MONTHS = "snapshot_months";

/** Where the layers stand, relative to the project's root. */
const layers = [
  ["staging", "data-loaders/staging"],
  ["models", "data-loaders/models"],
  ["published", "src/data"],
] as const;

/**
 * Reads every table definition of a project and orders them by what they read.
 *
 * @throws UserError naming the file for a head comment or SQL that cannot be read, an unknown table and a circle
 */
export async function readGraph(projectRoot: string, parsed: Pick<ParsedSql, "learn" | "inputsOf">): Promise<Graph> {
  const definitions: Definition[] = [];
  for (const [layer, folder] of layers)
    for (const entry of readdirSync(join(projectRoot, folder)).sort()) {
      const definition = await readDefinition(projectRoot, layer, `${folder}/${entry}`);
      if (definition) definitions.push(definition);
    }
  await parsed.learn(definitions.flatMap(({queries}) => queries));
  const nodes = new Map<string, GraphNode>();
  for (const {queries, ...definition} of definitions) {
    const {name, file} = definition;
    const twin = nodes.get(name);
    if (twin) throw new UserError(`${file}: the table ${name} is defined in ${twin.file} too`);
    const read = naming(file, () => queries.flatMap((sql) => parsed.inputsOf(sql)));
    const inputs = [...new Set([...definition.inputs, ...read])].filter(
      (input) => input !== name && input !== `checked_${name}`,
    );
    nodes.set(name, {...definition, inputs: inputs.sort()});
  }
  return orderNodes(nodes);
}

/** The table that a published file is called in SQL: `segment-sizes` → `published_segment_sizes`. */
export function nameOfPublished(stem: string): string {
  return `published_${stem.replaceAll("-", "_")}`;
}

/** A node as its file states it; what it reads is yet to be found in its queries. */
type Definition = GraphNode & {queries: string[]};

async function readDefinition(
  projectRoot: string,
  layer: GraphNode["layer"],
  file: string,
): Promise<Definition | undefined> {
  const [, stem, extension] =
    (layer === "published" ? /^([a-z0-9-]+)\.arrow\.(sql|ts)$/ : /^([a-z0-9_]+)\.(sql|ts)$/).exec(basename(file)) ?? [];
  if (!stem) return undefined;
  const path = join(projectRoot, file);
  const stated = {name: layer === "published" ? nameOfPublished(stem) : stem, layer, file, codeHash: hashCode(path)};
  if (extension === "ts") {
    const model = await loadModel(file, path);
    return {...stated, model, inputs: model.inputs, contract: contractOf(model, layer), queries: []};
  }
  const text = readFileSync(path, "utf8");
  const contract = naming(file, () => parseContract(text));
  const sql = text
    .slice(/^(?:--[^\n]*\n)*/.exec(text)![0].length)
    .trim()
    .replace(/;$/, "");
  const queries = [sql, ...contract.checks.map((check) => check.sql).filter(isQuery)];
  return {...stated, contract, sql, inputs: [], queries};
}

async function loadModel(file: string, path: string): Promise<Model> {
  try {
    return (await loadModule<{default: Model}>(path)).default;
  } catch (error) {
    return naming(file, () => {
      throw error;
    });
  }
}

/** What cannot be read is the fault of the file that says it. */
function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file}: ${(error as Error).message.split("\n").slice(0, 3).join(" ")}`);
  }
}

function contractOf(model: Model, layer: GraphNode["layer"]): Contract {
  const {grain, key, columns, inputs, isMonthly = false, reads = {}, monthsOf, emptyWithout} = model;
  const isView = inputs.length === 0 && layer === "models"; // a handful of rows that options alone decide
  return {
    grain,
    key,
    columns,
    checks: [],
    isMonthly,
    isView,
    reads,
    ...(monthsOf ? {monthsOf} : {}),
    ...(emptyWithout ? {emptyWithout} : {}),
  };
}

function orderNodes(nodes: ReadonlyMap<string, GraphNode>): Graph {
  const ordered: Graph = new Map();
  const visit = (node: GraphNode, path: string[]) => {
    if (ordered.has(node.name)) return;
    if (path.includes(node.name))
      throw new UserError(`${node.file}: reads itself by way of ${[...path, node.name].join(" → ")}`);
    for (const input of node.inputs) {
      if (input.startsWith("source_") || (input === SNAPSHOT_MONTHS && node.contract.isMonthly)) continue;
      const found = nodes.get(input);
      if (!found) throw new UserError(`${node.file}: unknown table ${input}`);
      visit(found, [...path, node.name]);
    }
    ordered.set(node.name, node);
  };
  for (const node of nodes.values()) visit(node, []);
  return ordered;
}

/** A node's SELECT with its `$names` replaced by values, and the names it used. */
export function bindNode(node: GraphNode, values: Readonly<Record<string, string | number | boolean | null>>) {
  return bindText(node.file, node.sql!, values);
}

/** The same for any SQL of a file. */
export function bindText(
  file: string,
  sql: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
) {
  try {
    return bindParameters(sql, values);
  } catch (error) {
    throw new UserError(`${file}: ${(error as Error).message}`);
  }
}
