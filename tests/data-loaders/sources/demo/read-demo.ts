import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {DemoOptions} from "../../../../data-loaders/sources/demo/demo-options.ts";
import {writeDemo} from "../../../../data-loaders/sources/demo/write-demo.ts";

export type Row = Readonly<Record<string, string>>;

/** Writes a demo into a fresh temporary folder removed again, and returns the text of its files by entity. */
export async function demoTexts(options: Partial<DemoOptions>): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-demo-"));
  try {
    const files = await writeDemo(folder, options);
    return new Map(files.map(({entity, path}) => [entity, readFileSync(path, "utf8")]));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

export function rowsOf(texts: ReadonlyMap<string, string>, entity: string): Row[] {
  return parse(texts.get(entity)!, {columns: true}) as Row[];
}

/** The days from one `YYYY-MM-DD …` to another. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(`${later.slice(0, 10)}T00:00:00Z`) - Date.parse(`${earlier.slice(0, 10)}T00:00:00Z`)) / 86_400_000;
}

export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
