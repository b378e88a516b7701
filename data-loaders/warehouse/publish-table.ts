import {join} from "node:path";
import {hashCode} from "../engine/hash-code.ts";
import {UserError} from "../user-error.ts";
import {checkContract} from "./checks.ts";
import {fingerprint} from "./fingerprint.ts";
import type {GraphNode} from "./graph.ts";
import {isAllowed} from "./is-allowed.ts";
import {loadExporter} from "./load-exporter.ts";
import {bindChecks, explain, selectOf, showInputs} from "./prepare-table.ts";
import type {Built, RunContext} from "./run-context.ts";
import type {Description} from "./store-table.ts";
import {fingerprintOf} from "./table-fingerprint.ts";
import {timed} from "./timed.ts";

/** An edit of the exporter makes other bytes of the same rows. */
const EXPORTER_CODE = hashCode(join(import.meta.dirname, "arrow-export.ts"));

/** Brings a published table up to date: computed, held against its contract, and written as an Arrow file. */
export async function publishTable(run: RunContext, node: GraphNode): Promise<Built> {
  const {store} = run;
  const {name, file, contract} = node;
  if (!isAllowed(node, run.loaded.config))
    throw new UserError(`${file}: published only with ${contract.onlyWith}: true`);
  const sortedBy = contract.key.length ? contract.key : contract.columns.map((column) => column.name);
  const made = fingerprint([fingerprintOf(run, node), EXPORTER_CODE]);
  const path = store.pathOf(name, made, "arrow");
  const described = store.find<Description>(path) ?? (await timed(run, node, write));
  return {fingerprint: made, files: [], rows: described.rows, arrow: {...described.arrow!, path}};

  async function write(): Promise<Description> {
    const {exportArrow} = await loadExporter();
    if (contract.columns.length === 0) throw new UserError(`${file}: the head comment declares no columns`);
    const engine = await run.engine();
    await showInputs(run, node);
    return store.write(path, async (temporary) => {
      const sql = await selectOf(run, engine, node);
      await explain(file, () => engine.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`));
      await explain(file, () => checkContract(engine, name, file, bindChecks(node, run.parameters)));
      const arrow = await explain(file, () => exportArrow(engine, name, contract.columns, sortedBy, temporary));
      await engine.run(`DROP TABLE ${name}`);
      if (arrow.rows === 0) run.progress.note(`${file}: no rows`);
      return {rows: arrow.rows, arrow};
    });
  }
}
