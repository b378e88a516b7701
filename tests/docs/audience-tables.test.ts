import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parseAudience, writeAudience} from "../../data-loaders/cli/write-audience.ts";
import {projectRoot} from "../../data-loaders/project.ts";
import {csv} from "../../data-loaders/sources/csv.ts";
import {withFiles} from "../helpers/make-shop.ts";

const text = readFileSync(join(projectRoot, "docs/audience-tables.md"), "utf8");
const sections = text.split(/^## /m);
const documented = (audience: string) =>
  [...sections.find((section) => section.includes(`: \`${audience}\``))!.matchAll(/^\| `(\w+)` \|/gm)].map(
    ([, name]) => name,
  );

const lines = ["ada,2025-11-20,A", "ada,2025-12-01,B", "bob,2025-12-10,A"].map(
  (line, i) => `o${i},${line.replace(/,(?=[AB]$)/, ",5,")}`,
);
const files = {"lines.csv": `order_id,customer_id,ordered_at,amount,product_id\n${lines.join("\n")}\n`};
const sources = {order_lines: csv({path: "lines.csv"})};
const options = {asOf: "2025-12-31", productLife: {overrides: {A: 30}}};

describe("an audience", () => {
  test("has the documented columns, and names nobody", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mudavim-test-"));
    process.env.MUDAVIM_KEY = "a key for the tests of the audiences";
    try {
      await withFiles(
        files,
        sources,
        async (warehouse) => {
          const engine = await warehouse.engine();
          for (const audience of ["due", "cross-sell"]) {
            const file = join(folder, `${audience}.parquet`);
            await writeAudience(warehouse, {audience, file}, join(folder, "out"));
            const found = await engine.rows<{column_name: string}>(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
            expect(found.map((column) => column.column_name)).toEqual(documented(audience));
            expect(readFileSync(file).includes("ada")).toBe(false);
          }
          const rows = await engine.rows(
            `SELECT length(customer) AS length, item, state FROM read_parquet('${join(folder, "due.parquet")}') ORDER BY state`,
          );
          // Ada bought A 41 days ago, Bob 21: of 30 days, due is from 25.5 to 34.5.
          expect(rows).toEqual([
            {length: 64n, item: "A", state: "overdue"},
            {length: 64n, item: "A", state: "soon"},
          ]);
          await expect(writeAudience(warehouse, {audience: "due", file: "out/due.parquet"}, "out")).rejects.toThrow(
            "an audience is private",
          );
        },
        options,
      );
    } finally {
      delete process.env.MUDAVIM_KEY;
      rmSync(folder, {recursive: true, force: true});
    }
  });

  test("is named with its file", () => {
    expect(parseAudience("due=a=b.parquet")).toEqual({audience: "due", file: "a=b.parquet"});
    expect(() => parseAudience("due")).toThrow("--audience due: expected an audience and a file, due=FILE");
    expect(() => parseAudience("toString=x")).toThrow('unknown audience "toString"; there are due, cross-sell');
  });
});
