import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {ShopConfig} from "../config/shop-schema.ts";
import {quoteText} from "../engine/sql-text.ts";
import {type AnchorState, openAnchorState} from "./anchor-state.ts";
import {fingerprint} from "./fingerprint.ts";
import {isKnownEmpty} from "./known-empty.ts";
import type {RunContext} from "./run-context.ts";

/** The table of what the run before knew, and what a run must have made before anything is kept. */
export const ANCHORS_BEFORE = "identity_before";
const MADE = ["persons", "identity_links"] as const;

/** Everybody's anchor of now; customers first, then the other accounts of people. */
const ANCHORS_NOW = `SELECT customer_id AS account_id, customer_id AS anchor_id FROM persons
  UNION ALL SELECT alias_id, person_id FROM identity_links WHERE person_id IN (SELECT customer_id FROM persons)`;

/** Files that explain who is who, in `identity/` of the private folder. */
const reports = {
  "links.csv": {table: "identity_links", order: "alias_id"},
  "changes.csv": {table: "identity_changes", order: "change, anchor_id, from_id"},
};

/** What is carried from run to run about who is who; each shop, by its name, has its own. */
export interface CarriedAnchors {
  /** Puts what the run before knew in the place of the table `identity_before`. */
  show(): void;
  /** After a run that succeeded: keeps its anchors for the next one, and writes what changed, for people to read. */
  keep(): Promise<void>;
}

/**
 * @param files per source that decides who is who, the hashes of its files
 * @throws UserError for state that is damaged
 */
export function carryAnchors(
  run: RunContext,
  privateFolder: string,
  files: readonly (readonly [entity: string, sha256: readonly string[]])[],
): CarriedAnchors {
  const {config} = run.loaded;
  const state = openAnchorState(
    join(privateFolder, "state/anchors", fingerprint(config.name)),
    fingerprint(describeInput(config, files)),
  );
  return {
    show() {
      const {before} = state;
      run.built.set(
        ANCHORS_BEFORE,
        before ? {fingerprint: before.sha256, files: [before.path]} : {fingerprint: "none", files: [], rows: 0},
      );
    },
    async keep() {
      const isPlain = isKnownEmpty(run, run.graph.get("identity_texts")!); // nothing could bring two accounts together
      const made = MADE.map((name) => run.built.get(name)?.fingerprint);
      if (made.includes(undefined) || (isPlain && !state.isKept)) return;
      await keepAnchors(run, state, fingerprint(made), join(privateFolder, "identity"));
    },
  };
}

async function keepAnchors(run: RunContext, state: AnchorState, made: string, folder: string): Promise<void> {
  const write = async (sql: string, path: string, format: string) => {
    await (await run.engine()).run(`COPY (${sql}) TO ${quoteText(path)} (${format})`);
  };
  const isNew = await state.keep(made, async (path) => {
    for (const name of MADE) await run.show(name);
    await write(ANCHORS_NOW, path, "FORMAT parquet");
  });
  if (!isNew) return;
  mkdirSync(folder, {recursive: true});
  for (const [file, {table, order}] of Object.entries(reports)) {
    const path = join(folder, file);
    if (!run.built.has(table) || (table === "identity_changes" && !state.before)) {
      rmSync(path, {force: true});
      continue;
    }
    await run.show(table);
    await write(`SELECT * FROM ${table} ORDER BY ${order}`, path, "FORMAT csv, HEADER");
  }
}

/** All that decides who is who but the program itself: a new version of it is compared with the same run before. */
function describeInput(config: ShopConfig, files: readonly (readonly [string, readonly string[]])[]): unknown {
  const {asOf, timeZone, identity, sources} = config;
  return [
    files.map(([entity, sha256]) => [entity, sha256, {...sources[entity], path: undefined}]),
    asOf,
    timeZone,
    identity,
  ];
}
