import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {RejectedRow} from "./rejected-rows.ts";

/**
 * Keeps the rows that were left out as CSV for a spreadsheet; it replaces that of the last run.
 *
 * @param made names the reading and its files: what was written for the same one is not listed again
 */
export async function keepRejects(path: string, made: string, listRows: () => Promise<RejectedRow[]>): Promise<void> {
  const note = join(dirname(path), `.${basename(path)}.made`);
  const name = `${made}\n`;
  if (existsSync(path) && existsSync(note) && readFileSync(note, "utf8") === name) return;
  rmSync(note, {force: true});
  writeRejects(path, await listRows());
  writeFileSync(note, name);
}

function writeRejects(path: string, rows: readonly RejectedRow[]): void {
  const lines = rows.map(({file, row, field, rule, value}) =>
    [file, String(row), field, rule, value ?? ""].map(toCell).join(","),
  );
  const temporary = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), {recursive: true});
  try {
    writeFileSync(temporary, ["file,row,field,rule,value", ...lines, ""].join("\n"));
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, {force: true});
  }
}

/** A value that no spreadsheet takes for a formula. */
function toCell(value: string): string {
  const safe = /^[=+\-@\t\r\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
