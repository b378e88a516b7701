import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Engine, startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {parseQueries} from "../../../data-loaders/warehouse/table-names.ts";
import {traceColumns} from "../../../data-loaders/warehouse/trace-columns.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

const tables: Record<string, string[]> = {a: ["k", "x", "y"], b: ["k", "z"]};

describe("traceColumns", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await inTemporaryFolder((spillFolder) => startEngine({spillFolder, threads: 1}));
  });
  afterAll(() => engine.close());

  /** Columns as `name: uses`, then `rows: uses`, without the tables themselves. */
  async function trace(sql: string): Promise<string[]> {
    const [tree] = await parseQueries(engine, [sql]);
    const {columns, rows} = traceColumns(JSON.parse(tree!).statements[0], (name) => tables[name] ?? []);
    const list = (uses: ReadonlySet<string>) =>
      [...uses]
        .filter((use) => use.includes("."))
        .sort()
        .join(" ");
    return [...columns.map(([name, uses]) => `${name}: ${list(uses)}`), `rows: ${list(rows)}`];
  }

  test.each<[string, string, string[]]>([
    ["a column", "SELECT x FROM a", ["x: a.x", "rows: "]],
    ["an expression", "SELECT x + coalesce(y, 0) AS s FROM a", ["s: a.x a.y", "rows: "]],
    ["a condition decides on rows", "SELECT x FROM a WHERE y > 0", ["x: a.x", "rows: a.y"]],
    ["a join's columns decide on rows", "SELECT z FROM a JOIN b ON b.k = a.k", ["z: b.z", "rows: a.k b.k"]],
    ["JOIN … USING", "SELECT z FROM a JOIN b USING (k)", ["z: b.z", "rows: a.k b.k"]],
    ["a natural join", "SELECT z FROM a NATURAL JOIN b", ["z: b.z", "rows: a.k b.k"]],
    ["counting uses no column", "SELECT count(*) AS n FROM a", ["n: ", "rows: "]],
    ["a group by place", "SELECT x AS g, sum(y) AS s FROM a GROUP BY 1", ["g: a.x", "s: a.y", "rows: a.x"]],
    ["a group by the new name", "SELECT x + 1 AS g, count(*) AS n FROM a GROUP BY g", ["g: a.x", "n: ", "rows: a.x"]],
    [
      "grouping sets",
      "SELECT x, y, count(*) AS n FROM a GROUP BY GROUPING SETS ((x), (y))",
      ["x: a.x", "y: a.y", "n: ", "rows: a.x a.y"],
    ],
    ["a star", "SELECT * FROM a", ["k: a.k", "x: a.x", "y: a.y", "rows: "]],
    ["a star of one table", "SELECT b.*, x FROM a, b", ["k: b.k", "z: b.z", "x: a.x", "rows: "]],
    ["a star without a column", "SELECT * EXCLUDE (x, y) FROM a", ["k: a.k", "rows: "]],
    ["through a name", "WITH t AS (SELECT x AS v, y FROM a WHERE k > 0) SELECT v FROM t", ["v: a.x", "rows: a.k"]],
    ["through a renamed subquery", "SELECT w FROM (SELECT x, y FROM a) t (v, w)", ["w: a.y", "rows: "]],
    ["a name that hides a table", "WITH a AS (SELECT z AS x FROM b) SELECT x FROM a", ["x: b.z", "rows: "]],
    ["a window", "SELECT sum(x) OVER (PARTITION BY y ORDER BY k) AS s FROM a", ["s: a.k a.x a.y", "rows: "]],
    ["a named window", "SELECT lag(x) OVER w AS l FROM a WINDOW w AS (ORDER BY y)", ["l: a.x a.y", "rows: "]],
    ["a filter", "SELECT count(*) FILTER (WHERE x > 0) AS n FROM a", ["n: a.x", "rows: "]],
    ["an order is no use", "SELECT x FROM a ORDER BY y", ["x: a.x", "rows: "]],
    ["an order that decides which rows stay", "SELECT x FROM a ORDER BY y LIMIT 3", ["x: a.x", "rows: a.y"]],
    ["distinct", "SELECT DISTINCT x FROM a", ["x: a.x", "rows: a.x"]],
    ["UNION ALL by place", "SELECT x FROM a UNION ALL SELECT z FROM b", ["x: a.x b.z", "rows: "]],
    ["EXCEPT by content", "SELECT x FROM a EXCEPT SELECT z FROM b", ["x: a.x b.z", "rows: a.x b.z"]],
    [
      "a subquery that looks outside",
      "SELECT (SELECT max(z) FROM b WHERE b.k = a.k) AS m FROM a",
      ["m: a.k b.k b.z", "rows: "],
    ],
    ["IN", "SELECT x FROM a WHERE k IN (SELECT k FROM b)", ["x: a.x", "rows: a.k b.k"]],
    ["a whole row", "SELECT hash(a) AS h FROM a", ["h: a.k a.x a.y", "rows: "]],
    ["capitals", "SELECT A.X FROM a", ["x: a.x", "rows: "]],
    ["what cannot be told counts as everything in sight", "SELECT q FROM a", ["q: a.k a.x a.y", "rows: "]],
    [
      "syntax that is not looked into",
      "SELECT * FROM unnest((SELECT array_agg(x) FROM a)) t (v)",
      ["rows: a.k a.x a.y"],
    ],
    [
      "a recursive name",
      "WITH RECURSIVE t AS (SELECT k AS n FROM a UNION ALL SELECT n + z FROM t JOIN b ON b.k = t.n) SELECT n FROM t",
      ["n: a.k b.k b.z", "rows: a.k b.k b.z"],
    ],
  ])("%s", async (_, sql, expected) => {
    expect(await trace(sql)).toEqual(expected);
  });
});
