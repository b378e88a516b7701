import type {GraphNode} from "./graph.ts";
import type {RunContext} from "./run-context.ts";
import type {Description} from "./store-table.ts";

/** Says that a table is being made, and when it is made how many rows it has. */
export async function timed(run: RunContext, node: GraphNode, build: () => Promise<Description>): Promise<Description> {
  const end = run.progress.start(node.file);
  const description = await build();
  end(`${description.rows.toLocaleString("en")} rows`);
  return description;
}
