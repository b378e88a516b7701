import {existsSync, readFileSync} from "node:fs";
import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../user-error.ts";
import {fingerprint} from "../warehouse/fingerprint.ts";
import type {PublishedTable} from "../warehouse/manifest.ts";
import type {Evidence} from "./find-cause.ts";
import {maybeHash} from "./hash-files.ts";

/** A figure that a release gave otherwise than the one before it. */
export interface Restatement {
  /** Number of the release that gave it, from 1; its id, null while it is being made; and the one that it compares with. */
  release_no: number;
  release: string | null;
  compared_with: string;
  published_table: string;
  /** First day of the month. */
  month: string;
  row_key: string;
  measure: string;
  old_value: number | null;
  new_value: number | null;
  cause: string;
}

/** What is kept, privately, of a release that was published: its figures, and what decided them. */
export interface ReleaseState {
  id: string;
  /** Number of the release, from 1. */
  release_no: number;
  /** Months that it published, without one that was not over. */
  months: string[];
  evidence: Evidence;
  tables: Pick<PublishedTable, "name" | "key" | "columns" | "file">[];
  /** SHA-256 of the file of everybody's states; absent: an earlier version of the program kept none. */
  states?: string;
  /** Its restatements and those of the releases before it. */
  restatements: Restatement[];
}

/** A state and where its files lie. */
export interface KeptRelease {
  state: ReleaseState;
  /** The Arrow file of a table, as it was published. */
  table(file: string): Uint8Array;
  /** Who was who then; undefined where nobody could be several accounts. */
  anchors: string | undefined;
  /** What state everybody was in, by month; undefined where that was not kept. */
  states: {path: string; sha256: string} | undefined;
}

/** Files of a state, each written by a query. */
interface StateWriters {
  anchors(path: string): Promise<void>;
  states(path: string): Promise<void>;
}

/** Private states of a shop's releases, by their ids; each shop, by its name, has its own. */
export const stateFolder = (privateFolder: string, shop: string) =>
  join(privateFolder, "state/releases", fingerprint(shop));

/**
 * Finds what was kept of a release; undefined where nothing was, or it was not carried to this machine.
 *
 * @throws UserError for a state that is damaged
 */
export async function maybeState(folder: string, id: string): Promise<KeptRelease | undefined> {
  const at = join(folder, id);
  const file = join(at, "state.json");
  if (!existsSync(file)) return undefined;
  const remedy = `bring it back, or remove ${at} and have restatements begin anew`;
  const anchors = join(at, "anchors.parquet");
  let state: ReleaseState;
  try {
    state = JSON.parse(await readFile(file, "utf8")) as ReleaseState;
  } catch (cause) {
    throw new UserError(`${file}: cannot be read; ${remedy}`, {cause});
  }
  const states = join(at, STATES);
  const found = state.states === undefined ? undefined : await maybeHash(states);
  if (found !== state.states) throw new UserError(`${states}: is ${found ? "damaged" : "missing"}; ${remedy}`);
  return {
    state,
    table: (name) => readFileSync(join(at, name)),
    anchors: existsSync(anchors) ? anchors : undefined,
    states: found === undefined ? undefined : {path: states, sha256: found},
  };
}

const STATES = "states.parquet";

/** Keeps the state of a release: all of it, or nothing. */
export async function keepState(
  folder: string,
  state: ReleaseState,
  tables: ReadonlyMap<string, Uint8Array>,
  write: StateWriters,
): Promise<void> {
  const draft = join(folder, `${state.id}.part`);
  await rm(draft, {recursive: true, force: true});
  await mkdir(draft, {recursive: true});
  try {
    for (const [file, bytes] of tables) await writeFile(join(draft, file), bytes);
    await write.anchors(join(draft, "anchors.parquet"));
    await write.states(join(draft, STATES));
    const complete = {...state, states: await maybeHash(join(draft, STATES))};
    await writeFile(join(draft, "state.json"), `${JSON.stringify(complete, null, 1)}\n`);
    await rm(join(folder, state.id), {recursive: true, force: true});
    await rename(draft, join(folder, state.id));
  } finally {
    await rm(draft, {recursive: true, force: true});
  }
}
