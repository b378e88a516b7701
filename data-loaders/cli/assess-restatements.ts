import {readFileSync} from "node:fs";
import {quotePath, quoteText} from "../engine/sql-text.ts";
import {type Evidence, findCauses} from "../releases/find-cause.ts";
import {countCauses, findRestatements, isCompared} from "../releases/find-restatements.ts";
import {readFigures} from "../releases/read-figures.ts";
import type {ReleaseIndex} from "../releases/release-index.ts";
import {getManifest} from "../releases/release-manifest.ts";
import {keepState, maybeState, stateFolder} from "../releases/release-state.ts";
import type {EarlierRelease} from "../warehouse/earlier-releases.ts";
import type {Manifest} from "../warehouse/manifest.ts";
import {RESTATEMENTS, type Warehouse} from "../warehouse/warehouse.ts";
import {showStates, writeStates} from "./carry-states.ts";

/** What became of the comparison with the release before. */
export interface Assessment {
  /** Restatements of this release by cause; null: not assessed. */
  counts: Record<string, number> | null;
  /** Keeps what later releases must know of this one. */
  keep(id: string): Promise<void>;
}

/**
 * Compares what a run is about to publish with the newest release, and has the site tell of it. To be called when all
 * figures are up to date, and before the site is built.
 */
export async function assessRestatements(
  warehouse: Warehouse,
  manifest: Manifest,
  root: string,
  {releases}: ReleaseIndex,
): Promise<Assessment> {
  const folder = stateFolder(warehouse.privateFolder, manifest.shop.name);
  const newest = releases.at(-1);
  const kept = newest && (await maybeState(folder, newest.id));
  const evidence = await readEvidence(warehouse, manifest);
  const shapes = manifest.tables.filter(isCompared).map(({name, key, columns, file}) => ({name, key, columns, file}));
  const files = new Map<string, Uint8Array>();
  for (const {name, file} of shapes) files.set(file, readFileSync(await warehouse.publishedFile(name)));

  const releaseNo = kept ? kept.state.release_no + 1 : 1;
  const restatements = kept
    ? findRestatements(
        kept,
        shapes.map((shape) => readFigures(shape, files.get(shape.file)!)),
        findCauses(kept.state.evidence, evidence, await hasMerges(warehouse, kept.anchors)),
      )
    : [];
  await warehouse.fill(
    RESTATEMENTS,
    restatements.map((row) => ({...row})),
  );
  if (kept) await showStates(warehouse, kept, evidence.definitions);
  const earlier: EarlierRelease[] = [];
  for (const release of releases) {
    const {definitions, restatements: counts} = await getManifest(root, release);
    const {id, month, asOf, isPinned} = release;
    earlier.push({id, month, asOf, isPinned, definitions: definitions.version, restatements: counts});
  }
  if (earlier.length) warehouse.releases = {releases: earlier, comparedWith: kept ? newest!.id : null};

  return {
    counts: kept ? countCauses(restatements, releaseNo) : null,
    async keep(id) {
      const state = {
        id,
        release_no: releaseNo,
        months: manifest.isPartialMonth ? manifest.months.slice(0, -1) : manifest.months,
        evidence,
        tables: shapes,
        restatements: restatements.map((row) => ({...row, release: row.release ?? id})),
      };
      await keepState(folder, state, files, {
        anchors: (path) => writeAnchors(warehouse, path),
        states: (path) => writeStates(warehouse, state.months, path),
      });
    },
  };
}

async function readEvidence(warehouse: Warehouse, {definitions}: Manifest): Promise<Evidence> {
  const byMonth = async (table: string, day: string, columns: string) => {
    const rows = await warehouse.query<{month: string; made: string}>(
      `SELECT strftime(date_trunc('month', ${day}), '%Y-%m') AS month,
         concat_ws(' ', count(*), bit_xor(hash(t)), sum(CAST(hash(t) AS HUGEINT))) AS made
       FROM (SELECT ${columns} FROM ${table}) t GROUP BY 1 ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({month, made}) => [month, made]));
  };
  const touches = Object.entries(warehouse.built.get("touch_days")?.months ?? {});
  return {
    definitions: {hash: definitions.hash, version: definitions.version},
    orders: await byMonth("orders", "ordered_on", "*"),
    returns: await byMonth("return_lines", "returned_on", "*"),
    people: await byMonth("persons", "known_on", "customer_id, known_on"),
    touches: Object.fromEntries(touches.map(([month, made]) => [month.slice(0, 7), made])),
  };
}

/** Everybody's anchor; customers first, then the other accounts of people. */
const anchorsNow = `SELECT customer_id AS account_id, customer_id AS anchor_id FROM persons
  UNION ALL SELECT alias_id, person_id FROM identity_links WHERE person_id IN (SELECT customer_id FROM persons)`;

/** Whether accounts that were several people are one now, or those of one several. */
async function hasMerges(warehouse: Warehouse, before: string | undefined): Promise<boolean> {
  if (before === undefined) return false;
  await warehouse.ensure(["persons", "identity_links"]);
  for (const name of ["persons", "identity_links"]) await warehouse.show(name);
  const engine = await warehouse.engine();
  const changed = await engine.rows(
    `SELECT 1 AS changed FROM (
       SELECT n.anchor_id AS now_id, b.anchor_id AS before_id
       FROM (${anchorsNow}) n JOIN read_parquet(${quotePath(before)}) b ON b.account_id = n.account_id
       GROUP BY n.anchor_id, b.anchor_id
     ) pairs HAVING count(*) > least(count(DISTINCT now_id), count(DISTINCT before_id))`,
  );
  return changed.length > 0;
}

async function writeAnchors(warehouse: Warehouse, path: string): Promise<void> {
  await warehouse.ensure(["persons", "identity_links"]);
  for (const name of ["persons", "identity_links"]) await warehouse.show(name);
  const engine = await warehouse.engine();
  await engine.run(`COPY (${anchorsNow}) TO ${quoteText(path)} (FORMAT parquet)`);
}
