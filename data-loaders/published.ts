import {readFileSync} from "node:fs";
import {basename, join} from "node:path";
import type {ColumnTable} from "arquero";
import {projectRoot} from "./project.ts";
import type {EarlierReleases} from "./warehouse/earlier-releases.ts";
import {describePublished, type Manifest} from "./warehouse/manifest.ts";
import type {Warehouse} from "./warehouse/warehouse.ts";

// All that a loader under src/ may import of the private side.

export {entities} from "./entities/entities.ts";
export {loadModule} from "./load-module.ts";
export {countOffers} from "./stats/baskets/count-offers.ts";
export {type DuePeriod, duePeriods} from "./stats/baskets/due-state.ts";
export {findLeverGaps, type LeverName, measureLevers} from "./stats/baskets/levers.ts";
export {concentration} from "./stats/concentration.ts";
export {conditionalChurn} from "./stats/conditional-churn.ts";
export {joinMoney, splitMoney} from "./stats/exact-money.ts";
export {type Cell, foldSmallCells} from "./stats/fold-small-cells.ts";
export {foldSmallValues} from "./stats/fold-small-values.ts";
export {groupBy} from "./stats/group-by.ts";
export {kaplanMeier} from "./stats/kaplan-meier.ts";
export {findPayback} from "./stats/payback.ts";
export {drawResamples, projectSizes, type Transition} from "./stats/project-sizes.ts";
export {type PurchaseModelName, purchaseModelNames, purchaseModels} from "./stats/purchase-models.ts";
export {qualityLimits} from "./stats/quality-grade.ts";
export {RandomStream} from "./stats/random/random-stream.ts";
export {type FitRow, readFits} from "./stats/read-fits.ts";
export {findUnusual} from "./stats/unusual.ts";
export {findValueWidths, type GroupHistory, STEP_DAYS} from "./stats/value-widths.ts";
export {wilsonInterval} from "./stats/wilson-interval.ts";
export {withholdSmall} from "./stats/withhold-small.ts";
export {withholdInLines, withholdSmallCells} from "./stats/withhold-small-cells.ts";
export {defineModel as defineTable} from "./warehouse/model.ts";
export {addMonths} from "./warehouse/months.ts";
export {resolveWindowMonths} from "./warehouse/parameters.ts";
export {scorerInputs, selectScores} from "./warehouse/select-scores.ts";
export type {Manifest};

let current: Warehouse | undefined;
const rowsByTable = new Map<string, Promise<unknown[]>>();

/** Says which run the loaders of this process read: whoever starts a loader says it first. */
export function readFrom(warehouse: Warehouse): void {
  current = warehouse;
  rowsByTable.clear();
}

/**
 * The rows of a published table, as a page in the browser would get them: dates are Dates at midnight UTC.
 *
 * @param name name of the published file, `segment-sizes`
 * @throws UserError where there is no such table, or it cannot be computed
 */
export function published<T = Record<string, unknown>>(name: string): Promise<T[]> {
  const known = rowsByTable.get(name) ?? readRows(name);
  rowsByTable.set(name, known);
  return known as Promise<T[]>;
}

/** What is published as a whole: shop, months, definitions, sources, tables. */
export async function manifest(): Promise<Manifest> {
  const warehouse = getCurrent();
  await warehouse.ensure();
  return describePublished(warehouse);
}

/** What was published before; undefined where no release is being made, or nothing is known of an earlier one. */
export function earlierReleases(): EarlierReleases | undefined {
  return getCurrent().releases;
}

/** How a published table is made. */
export interface TableSource {
  /** `segment-sizes` */
  name: string;
  /** Path of its file in the project. */
  file: string;
  /** The file's text: SQL or TypeScript, with the table's promises at its head. */
  text: string;
  /** Private tables that it is computed from, directly or not, those nearest to the sources first, with what a row is. */
  models: {name: string; grain: string}[];
}

/** How each published table is made, by the tables' names. */
export function tableSources(): TableSource[] {
  const {graph} = getCurrent();
  const upstream = (name: string, seen: Set<string>): Set<string> => {
    for (const input of graph.get(name)?.inputs ?? []) {
      upstream(input, seen);
      if (graph.get(input)?.layer === "models") seen.add(input);
    }
    return seen;
  };
  return [...graph.values()]
    .filter(({layer}) => layer === "published")
    .map(({name, file}) => ({
      name: basename(file).split(".")[0]!,
      file,
      text: readFileSync(join(projectRoot, file), "utf8"),
      models: [...upstream(name, new Set())].map((model) => ({name: model, grain: graph.get(model)!.contract.grain})),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Runs a query over the warehouse's tables, which are brought up to date first. */
export async function query(sql: string): Promise<ColumnTable> {
  const rows = await getCurrent().query(sql);
  return (await import("arquero")).from(rows);
}

async function readRows(name: string): Promise<unknown[]> {
  const warehouse = getCurrent();
  const {tableFromIPC} = await import("apache-arrow"); // not loaded for a table that only declares itself
  const table = tableFromIPC(readFileSync(await warehouse.publishedFile(name)));
  const dates = table.schema.fields.filter((field) => String(field.type).startsWith("Date")).map((field) => field.name);
  return table.toArray().map((row) => {
    const plain = row.toJSON() as Record<string, unknown>;
    for (const date of dates) if (plain[date] !== null) plain[date] = new Date(plain[date] as number);
    return plain;
  });
}

function getCurrent(): Warehouse {
  if (!current) throw new Error("a loader was started without a warehouse");
  return current;
}
