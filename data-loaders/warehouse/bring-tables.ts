import {buildNode} from "./build-node.ts";
import type {GraphNode} from "./graph.ts";
import {isKnownEmpty} from "./known-empty.ts";
import type {RunContext} from "./run-context.ts";

/**
 * Brings tables up to date, each as soon as what it reads is there, as many at a time as there are lanes. After a failure
 * nothing new is begun, and what is under way is waited for.
 *
 * @param names tables, inputs first; what is not in the graph (sources) is there already
 * @param isLarge statements need both cores, and the memory: one at a time, beside a table that JavaScript computes
 */
export async function bringTables(
  names: readonly string[],
  lanes: readonly RunContext[],
  isLarge = false,
): Promise<void> {
  const {graph, built} = lanes[0]!;
  const pending = new Map(
    sortByWaiting(names.flatMap((name) => (built.has(name) ? [] : (graph.get(name) ?? [])))).map((node) => [
      node.name,
      node,
    ]),
  );
  const running = new Map<Promise<void>, GraphNode>();
  const free = [...lanes];
  const failures: unknown[] = [];
  const isReady = (node: GraphNode) =>
    isKnownEmpty(lanes[0]!, node) || node.inputs.every((input) => !graph.has(input) || built.has(input));

  const isAlone = (node: GraphNode) => ![...running.values()].some((other) => !other.model === !node.model);

  const begin = (node: GraphNode, lane: RunContext) => {
    pending.delete(node.name);
    const making = buildNode(lane, node)
      .then((made) => void built.set(node.name, made))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => {
        running.delete(making);
        free.push(lane);
      });
    running.set(making, node);
  };

  while (running.size || (pending.size && !failures.length)) {
    const isOpen = (node: GraphNode) => isReady(node) && (!isLarge || isAlone(node));
    const next = failures.length || !free.length ? undefined : [...pending.values()].find(isOpen);
    if (next) begin(next, free.pop()!);
    else await Promise.race(running.keys());
  }
  if (failures.length) throw failures[0];
}

/** Those first on which the longest chain of others waits. */
function sortByWaiting(nodes: readonly GraphNode[]): GraphNode[] {
  const waiting = new Map<string, number>();
  for (const {name, inputs} of nodes.toReversed())
    for (const input of inputs) waiting.set(input, Math.max(waiting.get(input) ?? 0, (waiting.get(name) ?? 0) + 1));
  return nodes.toSorted((a, b) => (waiting.get(b.name) ?? 0) - (waiting.get(a.name) ?? 0));
}
