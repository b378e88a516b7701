import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {projectRoot} from "../../../data-loaders/project.ts";

// What DuckDB says and Trino does not, or says differently, and what makes a result depend on the order of its rows.
const forbidden: [string, RegExp][] = [
  ["a cast by ::", /::/],
  ["QUALIFY", /\bqualify\b/i],
  ["PIVOT", /\b(un)?pivot\b/i],
  ["a list comprehension", /\[[^\]]* for /i],
  ["integer division by //", /\/\//],
  ["IGNORE NULLS", /\bignore nulls\b/i],
  ["EXCLUDE or REPLACE in a star", /\*\s*(exclude|replace)\b/i],
  ["a date part taken by epoch", /\bepoch(_ms)?\(/i],
  ["GROUP BY ALL", /\b(group|order)\s+by\s+all\b/i],
  ["an aggregate that takes whichever row comes first", /\b(any_value|first|last|arbitrary)\s*\(/i],
  ["a floating type in a model", /\b(float|real)\b/i],
];

const folders = ["data-loaders/staging", "data-loaders/models", "src/data"];
const files = folders.flatMap((folder) =>
  readdirSync(join(projectRoot, folder))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => `${folder}/${name}`),
);

test.each(files)("%s keeps to the SQL that DuckDB and Trino share", (file) => {
  const sql = readFileSync(join(projectRoot, file), "utf8").replace(/'[^']*'/g, "''");
  expect(forbidden.filter(([, pattern]) => pattern.test(sql)).map(([what]) => what)).toEqual([]);
});

test.each(files.filter((file) => file.startsWith("src/data")))("%s ends in an order", (file) => {
  expect(readFileSync(join(projectRoot, file), "utf8").trim()).toMatch(/\nORDER BY [^\n]+$/);
});
