import {expect, it} from "vitest";
import {quoteText} from "../../../../data-loaders/engine/sql-text.ts";
import {readings} from "../../../../data-loaders/sources/infer/readings.ts";
import {useSources} from "../read-source.ts";

const {engine} = useSources();

/** Readings of a type that take a text, each with what it makes of it. */
async function readText(text: string, type: string): Promise<string[]> {
  const found: string[] = [];
  for (const reading of readings.filter((one) => one.type === type)) {
    const [row] = await engine().rows<{taken: boolean | null; value: string | null}>(
      `SELECT (${reading.test("t")}) AS taken, CAST(TRY(${reading.convert("t")}) AS VARCHAR) AS value FROM (SELECT ${quoteText(text)} AS t)`,
    );
    if (row!.taken) found.push(row!.value!);
  }
  return found;
}

it.each<[string, string, string[]]>([
  ["12", "integer", ["12"]],
  ["1.5", "integer", []],
  ["12.5", "decimal", ["12.5000", "12.5000", "12.5000"]],
  ["12,5", "decimal", ["12.5000", "12.5000", "12.5000"]],
  ["1.234", "decimal", ["1.2340", "1234.0000", "1.2340", "1.2340", "1234.0000"]],
  ["1.234,50", "decimal", ["1234.5000", "1234.5000"]],
  ["-1,234.50", "decimal", ["-1234.5000", "-1234.5000"]],
  ["₺1.234,50", "decimal", ["1234.5000"]],
  ["12.50 TL", "decimal", ["12.5000"]],
  ["12.50 kg", "decimal", []],
  ["Evet", "boolean", ["true"]],
  ["HAYIR", "boolean", ["false"]],
  ["0", "boolean", ["false"]],
  ["2026-10-31", "date", ["2026-10-31"]],
  ["31.10.2026", "date", ["2026-10-31 00:00:00"]],
  ["31.10.26", "date", ["2026-10-31 00:00:00"]],
  ["01/02/2026", "date", ["2026-02-01 00:00:00", "2026-01-02 00:00:00"]],
  ["31/01/2026", "date", ["2026-01-31 00:00:00"]],
  ["31.02.2026", "date", []],
  ["20261031", "date", ["2026-10-31 00:00:00"]],
  ["536365", "date", []],
  ["2026-10-31T10:00:00Z", "timestamp", ["2026-10-31 10:00:00"]],
  ["31.10.2026 9:05", "timestamp", ["2026-10-31 09:05:00"]],
  ["1/2/26 1:05 PM", "timestamp", ["2026-02-01 13:05:00", "2026-01-02 13:05:00"]],
  ["1706740200", "timestamp", ["2024-01-31 22:30:00+00"]],
  ["1706740200000", "timestamp", ["2024-01-31 22:30:00+00"]],
])("%s as %s", async (text, type, expected) => {
  expect((await readText(text, type)).sort()).toEqual([...expected].sort());
});
