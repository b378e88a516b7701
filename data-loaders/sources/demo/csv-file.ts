import {closeSync, openSync, writeSync} from "node:fs";

export type Cell = string | number;

const LINES_AT_ONCE = 4096;
const SPECIAL = /[",\r\n]/;

/** Writes one RFC 4180 file (UTF-8, LF, header) from rows in the order of the columns; returns how many there were. */
export function writeCsv(path: string, columns: readonly string[], rows: Iterable<readonly Cell[]>): number {
  const file = openSync(path, "w");
  try {
    let lines = [columns.join(",")];
    let count = 0;
    for (const row of rows) {
      if (row.length !== columns.length)
        throw new Error(`${path}: expected ${columns.length} values, got ${row.length}: ${row.join(",")}`);
      const line = row.join(",");
      lines.push(isPlain(line, columns.length - 1) ? line : row.map(quote).join(","));
      count += 1;
      if (lines.length === LINES_AT_ONCE) {
        writeSync(file, `${lines.join("\n")}\n`);
        lines = [];
      }
    }
    if (lines.length) writeSync(file, `${lines.join("\n")}\n`);
    return count;
  } finally {
    closeSync(file);
  }
}

/** Whether a line has as many commas as it must have, and nothing else that is quoted. Asking each cell takes three times as long. */
function isPlain(line: string, commas: number): boolean {
  let found = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 44) found++;
    else if (code === 34 || code === 13 || code === 10) return false;
  }
  return found === commas;
}

const quote = (cell: Cell) =>
  typeof cell === "string" && SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Whole kuruş as lira with two decimals. */
export function lira(kurus: number): string {
  const whole = Math.floor(kurus / 100);
  const rest = kurus - whole * 100;
  return rest < 10 ? `${whole}.0${rest}` : `${whole}.${rest}`;
}
