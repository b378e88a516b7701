import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import type {CsvSource} from "../../../data-loaders/config/source-schema.ts";
import {readHeader} from "../../../data-loaders/sources/read-csv-sql.ts";
import {temporaryFolder} from "../site/fixture-project.ts";

function header(text: string | Uint8Array, options: Partial<CsvSource> = {}): Promise<string[]> {
  const path = join(temporaryFolder("header"), "orders.csv");
  writeFileSync(path, text);
  return readHeader(path, {
    kind: "csv",
    path,
    columns: {},
    delimiter: ",",
    quote: '"',
    decimalSeparator: ".",
    encoding: "utf-8",
    ...options,
  });
}

it.each<[string, string | Uint8Array, string[], Partial<CsvSource>?]>([
  ["plain names", "a,b\n1,2\n", ["a", "b"]],
  ["names in quotes", '"a","b ""x""","c,d"\r\n', ["a", 'b "x"', "c,d"]],
  ["names with a line break", '"a\nb",c\n', ["a\nb", "c"]],
  ["blanks around names", ' a , "b"\n', ["a", "b"]],
  ["a byte order mark", "\ufeffa,b\n", ["a", "b"]],
  ["a column without a name", "a,,b,\n", ["a", "column 2", "b", "column 4"]],
  ["blank lines above", "\n\na,b\n", ["a", "b"]],
  ["tabs", "a\tb", ["a", "b"], {delimiter: "\t"}],
  ["letters beyond ASCII", "SİPARİŞ,Müşteri 😀\n", ["SİPARİŞ", "Müşteri 😀"]],
  ["UTF-16", Buffer.from("\ufeffSİPARİŞ,b\n", "utf16le"), ["SİPARİŞ", "b"], {encoding: "utf-16"}],
  ["one column", "a\n", ["a"]],
  ["a quote in an unquoted name", 'a "x",b\n', ['a "x"', "b"]],
])("reads %s", async (_, text, expected, options) => {
  expect(await header(text, options)).toEqual(expected);
});
