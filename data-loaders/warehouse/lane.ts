import {type Engine, viewOfFiles} from "../engine/duckdb.ts";
import {viewOfEntity} from "../sources/ingest.ts";
import {bindNode, type GraphNode} from "./graph.ts";
import type {RunContext} from "./run-context.ts";
import {selectValues} from "./select-values.ts";

/** What the lanes of a run share. */
export type SharedRun = Omit<RunContext, "engine" | "show">;

/**
 * One connection of a run, and the tables that it sees: each lane makes one table at a time, with views of its own.
 *
 * @param connect opens the connection when it is first needed
 */
export function openLane(run: SharedRun, connect: () => Promise<Engine>): RunContext {
  /** Table → range of months that the connection sees of it. */
  const shown = new Map<string, string>();
  let connected: Promise<Engine> | undefined;
  const engine = () => {
    connected ??= connect();
    return connected;
  };

  async function show(name: string, range: readonly [string, string] = ["", "9"]): Promise<void> {
    const key = range.join();
    if (shown.get(name) === key) return;
    const node = run.graph.get(name);
    for (const input of node?.contract.isView ? node.inputs : []) await show(input);
    await (await engine()).run(await viewOf(run, name, range));
    shown.set(name, key);
  }

  const {graph, loaded, parameters, built, store, progress, sources} = run;
  return {
    graph,
    loaded,
    parameters,
    built,
    store,
    progress,
    sources,
    get months() {
      return run.months;
    },
    engine,
    show,
  };
}

async function viewOf(run: SharedRun, name: string, range: readonly [string, string]): Promise<string> {
  const node = run.graph.get(name);
  if (!node) return viewOfEntity(name.slice("source_".length), run.sources.get(name));
  if (node.contract.isView) return `CREATE OR REPLACE TEMP VIEW ${name} AS ${await selectOfView(run, node)}`;
  const files = listFiles(run, name, range);
  const isEmpty = files.length === 0 && run.built.get(name)!.rows === 0;
  if (isEmpty) return `CREATE OR REPLACE TEMP VIEW ${name} AS ${selectValues(node.contract, [], node.file)}`;
  return viewOfFiles(name, files);
}

async function selectOfView(run: SharedRun, node: GraphNode): Promise<string> {
  const {name, model, file, contract} = node;
  if (!model) return bindNode(node, run.parameters).sql;
  const query = () => Promise.reject(new Error(`${name} names no inputs`));
  const {months, sources, loaded} = run;
  const context = {
    config: loaded.config,
    months,
    query,
    definition: query,
    integers: query,
    sources,
    fieldUsage: query,
  };
  return selectValues(contract, await model.rows(context), file);
}

function listFiles(run: SharedRun, name: string, [first, last]: readonly [string, string]): string[] {
  const {files, months} = run.built.get(name)!;
  if (!run.graph.get(name)!.contract.isMonthly) return files;
  const chosen = Object.keys(months!).flatMap((month, i) => (month >= first && month <= last ? [files[i]!] : []));
  return chosen.length ? chosen : files.slice(0, 1);
}
