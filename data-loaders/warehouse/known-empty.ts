import type {GraphNode} from "./graph.ts";
import type {RunContext} from "./run-context.ts";

/**
 * Whether a table can have no rows, as its file says (`empty without: …`): none of its tables has any, and no source
 * delivers any of its fields. A shop without identifiers pays nothing for the search of people who have several accounts.
 */
export function isKnownEmpty({graph, built}: Pick<RunContext, "graph" | "built">, {contract}: GraphNode): boolean {
  const names = contract.emptyWithout ?? [];
  return names.length > 0 && names.every(isAbsent);

  function isAbsent(name: string): boolean {
    const [table, field] = name.split(".") as [string, string?];
    const node = graph.get(table);
    if (node && (node.contract.isView || !built.has(table))) return isKnownEmpty({graph, built}, node);
    const {rows, fields} = built.get(table) ?? {};
    if (!node && fields === undefined) return true; // a source that the shop does not have
    return rows === 0 || (field !== undefined && !fields?.includes(field));
  }
}
