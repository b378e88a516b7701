import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import {type ColumnTable, from} from "arquero";
import {describePublished, type Manifest} from "./warehouse/manifest.ts";
import type {Warehouse} from "./warehouse/warehouse.ts";

// All that a loader under src/ may import of the private side.

export {defineModel as defineTable} from "./warehouse/model.ts";
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

/** Runs a query over the warehouse's tables, which are brought up to date first. */
export async function query(sql: string): Promise<ColumnTable> {
  return from(await getCurrent().query(sql));
}

async function readRows(name: string): Promise<unknown[]> {
  const warehouse = getCurrent();
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
