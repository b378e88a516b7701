import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Engine, startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {exportArrow} from "../../../data-loaders/warehouse/arrow-export.ts";
import type {Column, DeclaredType} from "../../../data-loaders/warehouse/contract.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

const column = (name: string, type: DeclaredType, isNullable = false): Column => ({name, type, isNullable, about: ""});
const everyType = [
  column("id", "integer"),
  column("word", "text", true),
  column("count", "integer", true),
  column("share", "number", true),
  column("price", "money", true),
  column("is_new", "boolean", true),
  column("day", "date", true),
];

describe("exportArrow", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await inTemporaryFolder((spillFolder) => startEngine({spillFolder, threads: 2}));
  });
  afterAll(() => engine.close());

  /** Exports a query's rows and reads them again. */
  async function exported(sql: string, columns: readonly Column[], orderBy: readonly string[] = ["id"]) {
    await engine.run(`CREATE OR REPLACE TEMP TABLE exported AS ${sql}`);
    return inTemporaryFolder(async (folder) => {
      const path = join(folder, "x.arrow");
      const described = await exportArrow(engine, "exported", columns, orderBy, path);
      const bytes = readFileSync(path);
      const table = tableFromIPC(bytes);
      return {described, bytes, table, rows: table.toArray().map((row) => row.toJSON() as Record<string, unknown>)};
    });
  }

  test("keeps every type and its nulls", async () => {
    const {rows, table} = await exported(
      `SELECT * FROM (VALUES
         (1, 'ğüş', -5, 0.1, 12.3456, true, DATE '2025-02-28'),
         (2, NULL, NULL, NULL, NULL, NULL, NULL),
         (3, '', 2147483647, -1e300, -0.0001, false, DATE '1969-12-31'),
         (4, 'a', -2147483648, 0, 0, true, DATE '2024-02-29')
       ) AS v (id, word, count, share, price, is_new, day)`,
      everyType,
    );
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
    expect(rows).toEqual([
      {id: 1, word: "ğüş", count: -5, share: 0.1, price: 12.3456, is_new: true, day: day("2025-02-28")},
      {id: 2, word: null, count: null, share: null, price: null, is_new: null, day: null},
      {id: 3, word: "", count: 2147483647, share: -1e300, price: -0.0001, is_new: false, day: day("1969-12-31")},
      {id: 4, word: "a", count: -2147483648, share: 0, price: 0, is_new: true, day: day("2024-02-29")},
    ]);
    expect(table.schema.fields.map((field) => `${field.name} ${field.type} ${field.nullable}`)).toEqual([
      "id Int32 false",
      "word Dictionary<Int8, Utf8> true",
      "count Int32 true",
      "share Float64 true",
      "price Float64 true",
      "is_new Bool true",
      "day Date32<DAY> true",
    ]);
  });

  test("an empty table has its columns", async () => {
    const {rows, table, described} = await exported("SELECT 1 AS id, 'x' AS word WHERE false", [
      column("id", "integer"),
      column("word", "text", true),
    ]);
    expect(rows).toEqual([]);
    expect(described.rows).toBe(0);
    expect(table.schema.fields.map((field) => field.name)).toEqual(["id", "word"]);
  });

  test("text that is null in every row", async () => {
    const {rows} = await exported("SELECT 1 AS id, CAST(NULL AS VARCHAR) AS word", [
      column("id", "integer"),
      column("word", "text", true),
    ]);
    expect(rows).toEqual([{id: 1, word: null}]);
  });

  test.each([65_535, 65_536, 65_537, 150_000])("%i rows are all there, in the key's order", async (count) => {
    const {table, described} = await exported(
      `SELECT CAST(i AS INTEGER) AS id, CASE WHEN i % 3 = 0 THEN NULL ELSE 'w' || i % 7 END AS word, CASE WHEN i % 5 > 0 THEN i % 2 = 0 END AS is_new
       FROM range(${count}) r (i) ORDER BY hash(i)`,
      [column("id", "integer"), column("word", "text", true), column("is_new", "boolean", true)],
    );
    expect([table.numRows, described.rows]).toEqual([count, count]);
    const [ids, words, flags] = ["id", "word", "is_new"].map((name) => table.getChild(name)!);
    let wrong = 0;
    for (let i = 0; i < count; i++)
      if (
        ids!.get(i) !== i ||
        words!.get(i) !== (i % 3 === 0 ? null : `w${i % 7}`) ||
        flags!.get(i) !== (i % 5 > 0 ? i % 2 === 0 : null)
      )
        wrong++;
    expect(wrong).toBe(0);
  });

  test.each([
    [128, "Int8"],
    [129, "Int16"],
    [32_768, "Int16"],
    [32_769, "Int32"],
  ])("%i words are numbered by %s", async (count, codes) => {
    const {table} = await exported(
      `SELECT CAST(i AS INTEGER) AS id, format('{:05}', i) AS word FROM range(${count}) r (i)`,
      [column("id", "integer"), column("word", "text")],
    );
    expect(String(table.schema.fields[1]!.type)).toBe(`Dictionary<${codes}, Utf8>`);
    const word = table.getChild("word")!;
    expect([word.get(0), word.get(count - 2), word.get(count - 1)]).toEqual(
      [0, count - 2, count - 1].map((i) => String(i).padStart(5, "0")),
    );
  });

  test("the same rows give the same bytes, which are those described", async () => {
    const sql = (order: string) =>
      `SELECT CAST(i AS INTEGER) AS id, CASE WHEN i % 3 > 0 THEN 'w' || i % 11 END AS word, CASE WHEN i % 4 > 0 THEN i / 7 END AS share FROM range(100000) r (i) ORDER BY ${order}`;
    const columns = [column("id", "integer"), column("word", "text", true), column("share", "number", true)];
    const [one, other] = [await exported(sql("i"), columns), await exported(sql("hash(i)"), columns)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.described).toEqual({
      rows: 100_000,
      bytes: one.bytes.length,
      sha256: createHash("sha256").update(one.bytes).digest("hex"),
    });
  });

  test("null keys come first", async () => {
    const {rows} = await exported(
      "SELECT * FROM (VALUES ('b'), (NULL), ('a')) v (word)",
      [column("word", "text", true)],
      ["word"],
    );
    expect(rows.map((row) => row.word)).toEqual([null, "a", "b"]);
  });

  test("words with quotes, and a column called like an SQL word", async () => {
    const {rows} = await exported(`SELECT 1 AS id, 'it''s "quoted"' AS "order"`, [
      column("id", "integer"),
      column("order", "text"),
    ]);
    expect(rows).toEqual([{id: 1, order: 'it\'s "quoted"'}]);
  });

  test("a null where none is declared is refused, and a number that does not fit", async () => {
    await expect(exported("SELECT CAST(NULL AS INTEGER) AS id", [column("id", "integer")])).rejects.toThrow(
      "id is null in 1 rows; declare it as integer? or fill it",
    );
    await expect(exported("SELECT 2147483648 AS id", [column("id", "integer")])).rejects.toThrow(/out of range/);
  });
});
