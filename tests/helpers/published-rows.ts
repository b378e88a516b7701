import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import type {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";

/** A row with its days written `2025-01-31`. */
export type Written<Row> = {
  [Name in keyof Row]: Date extends Row[Name] ? Exclude<Row[Name], Date> | string : Row[Name];
};

/** The rows of a published file; days are written `2025-01-31`. */
export async function publishedRows<T>(warehouse: Warehouse, name: string): Promise<T[]> {
  const table = tableFromIPC(readFileSync(await warehouse.publishedFile(name)));
  const days = table.schema.fields.filter((field) => String(field.type).startsWith("Date")).map((field) => field.name);
  return table.toArray().map((row) => {
    const plain = row.toJSON();
    for (const day of days) if (plain[day] !== null) plain[day] = new Date(plain[day]).toISOString().slice(0, 10);
    return plain as T;
  });
}
