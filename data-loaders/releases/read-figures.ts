import {tableFromIPC} from "apache-arrow";
import type {PublishedTable} from "../warehouse/manifest.ts";

export type Figure = number | string | boolean | null;

/** A published table, cell by cell. */
export interface Figures {
  table: string;
  /** Columns that name a row, and those that say something about it. */
  key: string[];
  measures: string[];
  rows: Map<string, FigureRow>;
}

export interface FigureRow {
  /** Values of the key, as they are written: `2026-10-31` for a day. */
  key: Figure[];
  /** The month that the row tells of, `2026-10`; null where the table has no column of that name. */
  month: string | null;
  values: Figure[];
}

/** What of a table's description is needed to read it. */
export type TableShape = Pick<PublishedTable, "name" | "key" | "columns">;

/** Reads an Arrow file as figures; a table without a key has its rows numbered. */
export function readFigures({name, key, columns}: TableShape, bytes: Uint8Array): Figures {
  const table = tableFromIPC(bytes);
  const days = new Set(columns.filter(({type}) => type === "date").map((column) => column.name));
  const read = (columnName: string) => {
    const vector = table.getChild(columnName);
    if (!vector) throw new Error(`${name}: no column ${columnName}`);
    return days.has(columnName)
      ? (i: number) => toDay(vector.get(i) as number | null)
      : (i: number) => toFigure(vector.get(i));
  };
  const measures = columns.map((column) => column.name).filter((column) => !key.includes(column));
  const keys = key.map(read);
  const cells = measures.map(read);
  const month = key.indexOf("month");
  const rows = new Map<string, FigureRow>();
  for (let i = 0; i < table.numRows; i++) {
    const values = keys.map((cell) => cell(i));
    const named = month < 0 ? null : String(values[month]).slice(0, 7);
    rows.set(key.length ? JSON.stringify(values) : String(i), {
      key: values,
      month: named,
      values: cells.map((cell) => cell(i)),
    });
  }
  return {table: name, key, measures, rows};
}

const toDay = (time: number | null) => (time === null ? null : new Date(time).toISOString().slice(0, 10));
const toFigure = (value: unknown): Figure => (typeof value === "bigint" ? Number(value) : (value as Figure));
