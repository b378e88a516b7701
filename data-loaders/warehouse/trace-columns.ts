/** What something is computed from: `table.column` for values of a column, `table` for which rows a table has. */
export type Uses = ReadonlySet<string>;

/** What the columns of a query, and which rows it has, are computed from. */
export interface QueryLineage {
  /** In their order; a name may come twice. */
  columns: readonly (readonly [name: string, uses: Uses])[];
  rows: Uses;
}

interface Syntax {
  type?: string;
  class?: string;
  alias?: string;
  [key: string]: unknown;
}

interface Relation extends QueryLineage {
  alias: string;
}

/** What a name can mean at one level of a query; the levels around it are looked at afterwards. */
interface Scope {
  relations: Relation[];
  /** Columns of the SELECT itself, which other clauses may name. */
  aliases: Map<string, Uses>;
  outer: Scope | undefined;
}

type Ctes = ReadonlyMap<string, QueryLineage>;
type ColumnsOf = (table: string) => readonly string[];

/**
 * Finds out from a query's syntax tree which columns of its tables each of its columns is computed from, and which decide
 * what rows it has: conditions, joins, groups.
 *
 * It never leaves out a use; where a name cannot be told, everything in sight counts as used.
 *
 * @param tree a statement as the engine's `json_serialize_sql` writes it
 * @param columnsOf columns of a table, in order
 */
export function traceColumns(tree: unknown, columnsOf: ColumnsOf): QueryLineage {
  return traceQuery((tree as {node: Syntax}).node, new Map(), undefined, columnsOf);
}

function traceQuery(node: Syntax, ctes: Ctes, outer: Scope | undefined, columnsOf: ColumnsOf): QueryLineage {
  const known = defineCtes(node, ctes, outer, columnsOf);
  const trace = (part: unknown, named: Ctes = known) => traceQuery(part as Syntax, named, outer, columnsOf);
  if (node.type === "SELECT_NODE") return traceSelect(node, known, outer, columnsOf);
  if (node.type === "SET_OPERATION_NODE" && node.left && node.right) {
    const [left, right] = [trace(node.left), trace(node.right)];
    const columns = left.columns.map(([name, uses], i) => [name, union(uses, right.columns[i]?.[1])] as const);
    const isByContent = !(node.setop_type === "UNION" && node.setop_all);
    return {columns, rows: union(left.rows, right.rows, ...(isByContent ? columns.map(([, uses]) => uses) : []))};
  }
  if (node.type === "RECURSIVE_CTE_NODE") {
    const start = trace(node.left);
    const step = trace(node.right, new Map([...known, [fold(node.cte_name), start]]));
    const all = union(allOf(start), allOf(step));
    return {columns: start.columns.map(([name]) => [name, all] as const), rows: all};
  }
  return {columns: [], rows: everythingIn(node, known, columnsOf)};
}

function traceSelect(node: Syntax, ctes: Ctes, outer: Scope | undefined, columnsOf: ColumnsOf): QueryLineage {
  const scope: Scope = {relations: [], aliases: new Map(), outer};
  const rows = new Set<string>();
  const usesOf = (part: unknown) => {
    const uses = new Set<string>();
    collectUses(part, scope, ctes, columnsOf, uses);
    return uses;
  };
  const include = (uses: Uses) => {
    for (const use of uses) rows.add(use);
  };

  const enter = (from: Syntax) => {
    if (from.type === "JOIN") {
      enter(from.left as Syntax);
      const before = scope.relations.length;
      enter(from.right as Syntax);
      include(usesOf(from.condition));
      const using = (from.using_columns as string[]).map(fold);
      const [left, right] = [scope.relations.slice(0, before), scope.relations.slice(before)];
      const has = (relations: readonly Relation[], name: string) => relations.some((one) => columnOf(one, name));
      const isShared = (name: string) =>
        using.includes(name) || (from.ref_type === "NATURAL" && has(left, name) && has(right, name));
      for (const {columns} of scope.relations) for (const [name, uses] of columns) if (isShared(name)) include(uses);
    } else {
      const relation = relationOf(from);
      scope.relations.push(relation);
      include(relation.rows);
    }
  };
  const relationOf = (from: Syntax): Relation => {
    const alias = fold(from.alias || from.table_name);
    if (from.type === "BASE_TABLE") {
      const name = fold(from.table_name);
      return {...rename(ctes.get(name) ?? tableOf(name, columnsOf), from.column_name_alias), alias};
    }
    if (from.type === "SUBQUERY") {
      const {node: query} = from.subquery as {node: Syntax};
      return {...rename(traceQuery(query, ctes, scope, columnsOf), from.column_name_alias), alias};
    }
    if (from.type === "EXPRESSION_LIST") {
      const values = from.values as unknown[][];
      const columns = (values[0] ?? []).map((_, i) => [`col${i}`, usesOf(values.map((row) => row[i]))] as const);
      return {columns, rows: new Set(), alias};
    }
    if (from.type === "EMPTY") return {columns: [], rows: new Set(), alias};
    return {columns: [], rows: union(usesOf(from), everythingIn(from, ctes, columnsOf)), alias};
  };

  enter(node.from_table as Syntax);
  const columns: [string, Uses][] = [];
  for (const item of node.select_list as Syntax[]) {
    const selected = item.class === "STAR" ? expandStar(item, scope, usesOf) : [[nameOf(item), usesOf(item)] as const];
    for (const [name, uses] of selected) {
      columns.push([name, uses]);
      if (name) scope.aliases.set(name, uses);
    }
  }
  include(usesOf([node.where_clause, node.having, node.qualify]));
  for (const group of node.group_expressions as Syntax[])
    include(group.class === "CONSTANT" ? union(columns[positionOf(group)]?.[1]) : usesOf(group));
  const modifiers = node.modifiers as Syntax[];
  const isOfAllColumns =
    node.aggregate_handling === "FORCE_AGGREGATES" || modifiers.some(({type}) => type === "DISTINCT_MODIFIER");
  if (isOfAllColumns) for (const [, uses] of columns) include(uses);
  // The order of rows is no content, unless it decides which are kept.
  if (modifiers.some(({type}) => type !== "ORDER_MODIFIER")) include(usesOf(modifiers));
  return {columns, rows};
}

function defineCtes(node: Syntax, ctes: Ctes, outer: Scope | undefined, columnsOf: ColumnsOf): Ctes {
  const known = new Map(ctes);
  const {map = []} = (node.cte_map ?? {}) as {
    map?: {key: string; value: {query: {node: Syntax}; aliases?: string[]}}[];
  };
  for (const {key, value} of map)
    known.set(fold(key), rename(traceQuery(value.query.node, known, outer, columnsOf), value.aliases));
  return known;
}

function expandStar(star: Syntax, {relations}: Scope, usesOf: (part: unknown) => Uses): (readonly [string, Uses])[] {
  const of = fold(star.relation_name);
  const excluded = star.exclude_list as string[];
  const replaced = usesOf([star.replace_list, star.expr]);
  return relations
    .filter(({alias}) => !of || alias === of)
    .flatMap(({columns}) => columns)
    .filter(([name]) => !excluded.some((other) => fold(other) === name))
    .map(([name, uses]) => [name, union(uses, replaced)] as const);
}

/** Adds what an expression, or anything that holds expressions, is computed from. */
function collectUses(part: unknown, scope: Scope, ctes: Ctes, columnsOf: ColumnsOf, uses: Set<string>): void {
  if (!part || typeof part !== "object") return;
  const {subquery, ...syntax} = part as Syntax & {subquery?: {node: Syntax}};
  const found =
    syntax.class === "COLUMN_REF"
      ? resolveName((syntax.column_names as string[]).map(fold), scope)
      : syntax.class === "STAR"
        ? union(...scope.relations.map(allOf))
        : subquery?.node
          ? allOf(traceQuery(subquery.node, ctes, scope, columnsOf))
          : undefined;
  for (const use of found ?? []) uses.add(use);
  for (const value of Object.values(syntax))
    if (typeof value === "object") collectUses(value, scope, ctes, columnsOf, uses);
}

function resolveName(names: readonly string[], innermost: Scope): Uses {
  const [first = ""] = names;
  for (let scope: Scope | undefined = innermost; scope; scope = scope.outer) {
    const {relations, aliases} = scope;
    const qualified = relations.find(({alias}) => names.slice(0, -1).includes(alias));
    if (qualified) return columnOf(qualified, names[names.indexOf(qualified.alias) + 1]!) ?? allOf(qualified);
    const found = [...relations.map((relation) => columnOf(relation, first)), aliases.get(first)].filter(isThere);
    if (found.length) return union(...found);
    const whole = relations.find(({alias}) => alias === first);
    if (whole) return allOf(whole);
  }
  const inSight: Uses[] = [];
  for (let scope: Scope | undefined = innermost; scope; scope = scope.outer)
    inSight.push(...scope.relations.map(allOf));
  return union(...inSight);
}

function columnOf({columns}: QueryLineage, name: string): Uses | undefined {
  const found = columns.filter(([column]) => column === name).map(([, uses]) => uses);
  return found.length ? union(...found) : undefined;
}

function tableOf(name: string, columnsOf: ColumnsOf): QueryLineage {
  const columns = columnsOf(name).map((column) => [fold(column), new Set([`${name}.${fold(column)}`])] as const);
  return {columns, rows: new Set([name])};
}

/** Every column of every table within a kind of syntax that is not looked into. */
function everythingIn(part: unknown, ctes: Ctes, columnsOf: ColumnsOf): Uses {
  if (Array.isArray(part)) return union(...part.map((item) => everythingIn(item, ctes, columnsOf)));
  if (!part || typeof part !== "object") return new Set();
  const {type, table_name} = part as Syntax;
  const own =
    type === "BASE_TABLE" ? allOf(ctes.get(fold(table_name)) ?? tableOf(fold(table_name), columnsOf)) : undefined;
  return union(own, ...Object.values(part).map((value) => everythingIn(value, ctes, columnsOf)));
}

function rename({columns, rows}: QueryLineage, names: unknown): QueryLineage {
  const given = (names ?? []) as string[];
  return {columns: columns.map(([name, uses], i) => [given[i] ? fold(given[i]) : name, uses] as const), rows};
}

function allOf({columns, rows}: QueryLineage): Uses {
  return union(rows, ...columns.map(([, uses]) => uses));
}

function nameOf({alias, column_names}: Syntax): string {
  return fold(alias || (column_names as string[] | undefined)?.at(-1));
}

/** The place that `GROUP BY 2` names, from 0. */
function positionOf({value}: Syntax): number {
  return Number((value as {value?: unknown})?.value) - 1;
}

function union(...sets: (Uses | undefined)[]): Uses {
  const all = new Set<string>();
  for (const set of sets) for (const use of set ?? []) all.add(use);
  return all;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Names are the same in capitals. */
function fold(name: unknown): string {
  return typeof name === "string" ? name.toLowerCase() : "";
}
