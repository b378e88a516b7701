import {closeSync, openSync, writeSync} from "node:fs";

export type Cell = string | number;

const CHUNK = 1 << 18;
const SPECIAL = /[",\r\n]/;

/** Writes one RFC 4180 file (UTF-8, LF, header) from rows in the order of the columns; returns how many there were. */
export function writeCsv(path: string, columns: readonly string[], rows: Iterable<readonly Cell[]>): number {
  const file = openSync(path, "w");
  try {
    let text = `${columns.join(",")}\n`;
    let count = 0;
    for (const row of rows) {
      if (row.length !== columns.length)
        throw new Error(`${path}: expected ${columns.length} values, got ${row.length}: ${row.join(",")}`);
      let line = "";
      for (let i = 0; i < row.length; i++) {
        const cell = row[i]!;
        if (i > 0) line += ",";
        line += typeof cell === "string" && SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
      }
      text += `${line}\n`;
      count += 1;
      if (text.length > CHUNK) {
        writeSync(file, text);
        text = "";
      }
    }
    writeSync(file, text);
    return count;
  } finally {
    closeSync(file);
  }
}

/** Whole kuruş as lira with two decimals. */
export function lira(kurus: number): string {
  const whole = Math.floor(kurus / 100);
  const rest = kurus - whole * 100;
  return rest < 10 ? `${whole}.0${rest}` : `${whole}.${rest}`;
}
