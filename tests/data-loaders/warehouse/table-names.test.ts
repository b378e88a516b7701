import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Engine, startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {findTableNames} from "../../../data-loaders/warehouse/table-names.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

describe("findTableNames", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await inTemporaryFolder((spillFolder) => startEngine({spillFolder, threads: 1}));
  });
  afterAll(() => engine.close());

  test.each<[string, string, string[]]>([
    ["a table", "SELECT * FROM a", ["a"]],
    ["a table once, all of them sorted", "SELECT * FROM b JOIN a ON true, b AS c", ["a", "b"]],
    ["JOIN … USING", "SELECT * FROM a JOIN b USING (x) LEFT JOIN c USING (y)", ["a", "b", "c"]],
    [
      "subqueries",
      "SELECT (SELECT max(x) FROM a), x IN (SELECT x FROM b) FROM (SELECT * FROM c) WHERE EXISTS (SELECT 1 FROM d)",
      ["a", "b", "c", "d"],
    ],
    ["set operations", "SELECT 1 FROM a UNION ALL SELECT 2 FROM b EXCEPT SELECT 3 FROM c", ["a", "b", "c"]],
    ["a query without a table", "SELECT 1", []],
    ["values", "SELECT * FROM (VALUES (1), (2)) AS v (x)", []],
    ["a name of its own", "WITH own AS (SELECT * FROM a) SELECT * FROM own JOIN b USING (x)", ["a", "b"]],
    [
      "names that build on each other",
      "WITH x AS (SELECT * FROM a), y AS (SELECT * FROM x JOIN b USING (k)) SELECT * FROM y",
      ["a", "b"],
    ],
    [
      "a name defined within a subquery only",
      "SELECT * FROM (WITH t AS (SELECT * FROM a) SELECT * FROM t) JOIN b USING (x)",
      ["a", "b"],
    ],
    [
      "the same name outside of it, which is a table",
      "SELECT * FROM (WITH t AS (SELECT * FROM a) SELECT * FROM t) JOIN t USING (x)",
      ["a", "t"],
    ],
    [
      "a name used within a subquery",
      "WITH t AS (SELECT * FROM a) SELECT * FROM (SELECT * FROM t WHERE x IN (SELECT x FROM t)) s",
      ["a"],
    ],
    [
      "a name that comes later, which is a table",
      "WITH x AS (SELECT * FROM y), y AS (SELECT * FROM a) SELECT * FROM x JOIN y USING (k)",
      ["a", "y"],
    ],
    ["a name that builds on the table of that name", "WITH a AS (SELECT * FROM a) SELECT * FROM a", ["a"]],
    [
      "a name within that hides one outside",
      "WITH t AS (SELECT * FROM a) SELECT * FROM (WITH t AS (SELECT * FROM b JOIN t USING (k)) SELECT * FROM t)",
      ["a", "b"],
    ],
    ["a name in capitals", "WITH Own AS (SELECT * FROM a) SELECT * FROM OWN", ["a"]],
    [
      "a recursive name",
      "WITH RECURSIVE t AS (SELECT 1 AS n FROM a UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t",
      ["a"],
    ],
    ["a string that looks like a query", "SELECT 'SELECT * FROM a' AS x FROM b WHERE y = 'it''s'", ["b"]],
  ])("%s", async (_, sql, names) => {
    expect(await findTableNames(engine, sql)).toEqual(names);
  });

  test("a syntax error is the parser's", async () => {
    await expect(findTableNames(engine, "SELEC 1")).rejects.toThrow(/syntax error/i);
  });

  test("one statement, and a SELECT", async () => {
    await expect(findTableNames(engine, "SELECT 1; SELECT 2")).rejects.toThrow(
      "expected one SELECT, found 2 statements",
    );
    await expect(findTableNames(engine, "DROP TABLE a")).rejects.toThrow(/SELECT/);
  });
});
