import type {Engine} from "../engine/duckdb.ts";

interface SyntaxNode {
  type?: string;
  table_name?: string;
  cte_name?: string;
  cte_map?: {map: {key: string; value: {query?: unknown}}[]};
  [key: string]: unknown;
}

/**
 * The tables that a query reads, sorted, without the names that its own WITH clauses define.
 *
 * The engine's own list (`getTableNames`) comes back empty for a query with `JOIN … USING`, so the syntax tree is walked.
 *
 * @throws Error with the parser's message
 */
export async function findTableNames(engine: Engine, sql: string): Promise<string[]> {
  const [tree] = await parseQueries(engine, [sql]);
  return listTableNames(tree!);
}

/** The syntax trees of queries, as JSON, in one go; `listTableNames` tells which could not be parsed. */
export async function parseQueries(engine: Engine, queries: readonly string[]): Promise<string[]> {
  const texts = queries.map((sql, i) => `(${i}, '${sql.replaceAll("'", "''")}')`);
  const rows = await engine.rows<{tree: string}>(
    `SELECT CAST(json_serialize_sql(sql) AS VARCHAR) AS tree FROM (VALUES ${texts.join(", ")}) AS t (i, sql) ORDER BY i`,
  );
  return rows.map(({tree}) => tree);
}

/**
 * The tables in a syntax tree.
 *
 * @throws Error with the parser's message
 */
export function listTableNames(json: string): string[] {
  const tree = JSON.parse(json) as {error: boolean; error_message?: string; statements: SyntaxNode[]};
  if (tree.error) throw new Error(tree.error_message ?? "cannot be parsed");
  if (tree.statements.length !== 1) throw new Error(`expected one SELECT, found ${tree.statements.length} statements`);
  const names = new Set<string>();
  collect(tree.statements[0]!, new Set(), names);
  return [...names].sort();
}

function collect(node: unknown, defined: ReadonlySet<string>, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, defined, names);
  } else if (node && typeof node === "object") {
    const {cte_map, ...syntax} = node as SyntaxNode;
    if (syntax.type === "BASE_TABLE" && !defined.has(fold(syntax.table_name!))) names.add(fold(syntax.table_name!));
    let scope = syntax.type === "RECURSIVE_CTE_NODE" ? new Set([...defined, fold(syntax.cte_name!)]) : defined;
    // A name holds for what comes after it: in its own query, and before, it is still the table of that name.
    for (const {key, value} of cte_map?.map ?? []) {
      collect(value, scope, names);
      scope = new Set([...scope, fold(key)]);
    }
    for (const value of Object.values(syntax)) collect(value, scope, names);
  }
}

/** Names are the same in capitals. */
function fold(name: string): string {
  return name.toLowerCase();
}
