import type {Engine} from "../engine/duckdb.ts";
import {entities} from "../entities/entities.ts";
import {listFilledFields} from "./filled-fields.ts";
import {type Graph, type GraphNode, SNAPSHOT_MONTHS} from "./graph.ts";
import {isAllowed} from "./is-allowed.ts";
import type {RunContext} from "./run-context.ts";
import {parseQueries} from "./table-names.ts";
import {type QueryLineage, traceColumns} from "./trace-columns.ts";

/** A field of an entity: whether the shop has it, and what is computed from it. */
export interface FieldUsage {
  entity: string;
  field: string;
  /** A record without it is rejected. */
  isRequired: boolean;
  /** The shop delivers it, in one record at least. */
  isFilled: boolean;
  /** Names of published files, `segment-sizes`, sorted. */
  tables: string[];
}

const SOURCE = "source_";

/**
 * Which published tables are computed from which fields of the entities, found in the queries alone. A field counts as used
 * where its values reach a column, or decide which rows there are. A table written in TypeScript says what it reads, not
 * which columns: it uses all of them. Whoever counts rows of a source uses
 * the fields that name a row. Tables that read a source past its staging file describe the source itself, which is no use.
 *
 * @param run a run whose sources are in the store
 * @returns in the order of the entities and their fields
 */
export async function listFieldUsage(
  {graph, built, loaded}: Pick<RunContext, "graph" | "built" | "loaded">,
  engine: Engine,
): Promise<FieldUsage[]> {
  const lineages = await traceGraph(graph, engine);
  const used = [...graph.values()]
    .filter((node) => node.layer === "published" && isAllowed(node, loaded.config) && !describesSources(node, graph))
    .map((node) => ({table: /([a-z0-9-]+)\.arrow\.\w+$/.exec(node.file)![1]!, uses: listSources(node.name, lineages)}))
    .sort((a, b) => (a.table < b.table ? -1 : 1));
  const filled = await listFilledFields(built, engine);
  return Object.entries(entities).flatMap(([entity, {fields, key}]) =>
    Object.entries(fields).map(([field, {required: isRequired = false}]) => ({
      entity,
      field,
      isRequired,
      isFilled: filled.has(`${entity}.${field}`),
      tables: used
        .filter(
          ({uses}) =>
            uses.has(`${SOURCE}${entity}.${field}`) || (key?.includes(field) && uses.has(`${SOURCE}${entity}`)),
        )
        .map(({table}) => table),
    })),
  );
}

function describesSources({layer, inputs}: GraphNode, graph: Graph): boolean {
  return (
    layer !== "staging" &&
    inputs.some((input) => {
      const node = graph.get(input);
      return node ? describesSources(node, graph) : input.startsWith(SOURCE);
    })
  );
}

async function traceGraph(graph: Graph, engine: Engine): Promise<Map<string, QueryLineage>> {
  const trees = await parseAll([...graph.values()].filter(hasQuery), engine);
  const lineages = new Map<string, QueryLineage>();
  const columnsOf = (table: string): readonly string[] => {
    if (table === SNAPSHOT_MONTHS) return ["month", "month_end", "window_start"];
    if (table.startsWith(SOURCE)) return Object.keys(entities[table.slice(SOURCE.length)]?.fields ?? {});
    return lineages.get(table)?.columns.map(([name]) => name) ?? [];
  };
  for (const node of graph.values()) {
    const tree = trees.get(node.name);
    lineages.set(node.name, tree ? traceColumns(tree, columnsOf) : readAll(node, columnsOf));
  }
  return lineages;
}

/** Every node comes after what it reads. */
function readAll({inputs, contract}: GraphNode, columnsOf: (table: string) => readonly string[]): QueryLineage {
  const rows = new Set(inputs.flatMap((input) => [input, ...columnsOf(input).map((column) => `${input}.${column}`)]));
  return {columns: contract.columns.map(({name}) => [name, rows] as const), rows};
}

async function parseAll(nodes: readonly (GraphNode & {sql: string})[], engine: Engine): Promise<Map<string, unknown>> {
  const trees = await parseQueries(
    engine,
    nodes.map(({sql}) => sql),
  );
  return new Map(nodes.map(({name}, i) => [name, (JSON.parse(trees[i]!) as {statements: unknown[]}).statements[0]]));
}

/** What a table is computed from in the end: fields and rows of sources. */
function listSources(table: string, lineages: ReadonlyMap<string, QueryLineage>): Set<string> {
  const seen = new Set<string>();
  const visit = (use: string) => {
    if (seen.has(use)) return;
    seen.add(use);
    const [name = "", column] = use.split(".");
    const lineage = lineages.get(name);
    if (!lineage) return;
    lineage.rows.forEach(visit);
    for (const [other, uses] of lineage.columns) if (other === column) uses.forEach(visit);
  };
  const {columns, rows} = lineages.get(table)!;
  for (const uses of [rows, ...columns.map(([, of]) => of)]) uses.forEach(visit);
  return seen;
}

function hasQuery(node: GraphNode): node is GraphNode & {sql: string} {
  return node.sql !== undefined;
}
