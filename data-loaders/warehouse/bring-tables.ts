import {buildNode} from "./build-node.ts";
import type {GraphNode} from "./graph.ts";
import type {RunContext} from "./run-context.ts";

/**
 * Brings tables up to date, each as soon as what it reads is there, as many at a time as there are lanes. After a failure
 * nothing new is begun, and what is under way is waited for.
 *
 * @param names tables, inputs first; what is not in the graph (sources) is there already
 */
export async function bringTables(names: readonly string[], lanes: readonly RunContext[]): Promise<void> {
  const {graph, built} = lanes[0]!;
  const pending = new Map(
    names.flatMap((name) => (graph.has(name) && !built.has(name) ? [[name, graph.get(name)!]] : [])),
  );
  const running = new Set<Promise<void>>();
  const free = [...lanes];
  const failures: unknown[] = [];
  const isReady = (node: GraphNode) => node.inputs.every((input) => !graph.has(input) || built.has(input));

  const begin = (node: GraphNode, lane: RunContext) => {
    pending.delete(node.name);
    const making = buildNode(lane, node)
      .then((made) => void built.set(node.name, made))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => {
        running.delete(making);
        free.push(lane);
      });
    running.add(making);
  };

  while (running.size || (pending.size && !failures.length)) {
    const next = failures.length || !free.length ? undefined : [...pending.values()].find(isReady);
    if (next) begin(next, free.pop()!);
    else await Promise.race(running);
  }
  if (failures.length) throw failures[0];
}
