import {expect, it} from "vitest";
import {quoteText} from "../../../data-loaders/engine/sql-text.ts";
import {castText, type TextKind, type TextStyle} from "../../../data-loaders/sources/cast-text.ts";
import {useSources} from "./read-source.ts";

const {engine} = useSources();

async function cast(text: string, kind: TextKind, style: Partial<TextStyle> = {}): Promise<string | null> {
  const sql = castText("text", kind, {timeZone: "Europe/Istanbul", ...style});
  const [row] = await engine().rows<{value: string | null}>(
    `SELECT CAST(${sql} AS VARCHAR) AS value FROM (SELECT ${quoteText(text)} AS text)`,
  );
  return row!.value;
}

it.each<[TextKind, string, string | null]>([
  ["integer", "12", "12"],
  ["integer", " -3 ", "-3"],
  ["integer", "2.0", "2"],
  ["integer", "1.5", null],
  ["integer", "1e3", null],
  ["integer", "0x1F", null],
  ["integer", "1_000", null],
  ["integer", "1,000", null],
  ["integer", "99999999999999999999", null],
  ["decimal", "12.9", "12.9000"],
  ["decimal", "1e2", "100.0000"],
  ["decimal", "12,9", null],
  ["decimal", "12.9O", null],
  ["decimal", "1,234.50", null],
  ["decimal", "1_0", null],
  ["decimal", "1e400", null],
  ["decimal", "NaN", null],
  ["decimal", "Infinity", null],
  ["decimal", "999999999999999", null],
  ["number", "1e300", "1e+300"],
  ["number", "1e400", null],
  ["number", "nan", null],
  ["boolean", "true", "true"],
  ["boolean", "0", "false"],
  ["boolean", "evet", null],
  ["date", "2024-02-29", "2024-02-29"],
  ["date", "2023-02-29", null],
  ["date", "2024-02-29 garbage", null],
  ["date", "2024-02-29 23:30:00Z", "2024-03-01"],
  ["date", "infinity", null],
  ["timestamp", "2024-02-29 10:00:00", "2024-02-29 10:00:00"],
  ["timestamp", "2024-02-29T10:00", "2024-02-29 10:00:00"],
  ["timestamp", "2024-02-29 10:00:00+03:00", "2024-02-29 10:00:00"],
  ["timestamp", "2024-02-29T10:00:00Z", "2024-02-29 13:00:00"],
  ["timestamp", "2024-02-29 10:00:00-05", "2024-02-29 18:00:00"],
  ["timestamp", "2024-02-29 25:00:00", null],
  ["timestamp", "epoch", null],
  ["timestamp", "29.02.2024", null],
  ["instant", "2024-02-29T10:00:00Z", "2024-02-29 10:00:00+00"],
])("reads %s %j as %j", async (kind, text, expected) => {
  expect(await cast(text, kind)).toBe(expected);
});

it.each<[string, string | null]>([
  ["12,9", "12.9000"],
  ["12.9", null],
  ["1.234,5", null],
])("with a decimal comma, reads %j as %j", async (text, expected) => {
  expect(await cast(text, "decimal", {decimalSeparator: ","})).toBe(expected);
});

it("reads days and times by the formats given", async () => {
  const style = {dateFormat: "%d.%m.%Y", timestampFormat: "%d.%m.%Y %H:%M %z"};
  expect(await cast("29.02.2024", "date", style)).toBe("2024-02-29");
  expect(await cast("30.02.2024", "date", style)).toBeNull();
  expect(await cast("2024-02-29", "date", style)).toBeNull();
  expect(await cast("29.02.2024 23:30 +0000", "timestamp", style)).toBe("2024-03-01 02:30:00");
});
