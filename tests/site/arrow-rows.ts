import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";

/** The rows of a published file; months are spelled `2026-04`. */
export function arrowRows<T>(data: string, name: string): T[] {
  return tableFromIPC(readFileSync(join(data, `${name}.arrow`)))
    .toArray()
    .map((row) => {
      const plain = row.toJSON() as Record<string, unknown>;
      return {...plain, ...("month" in plain ? {month: toMonth(plain.month as number)} : {})} as T;
    });
}

const toMonth = (time: number) => new Date(time).toISOString().slice(0, 7);
