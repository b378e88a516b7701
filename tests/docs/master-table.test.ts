import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {valueColumns, writeMasterTable} from "../../data-loaders/cli/write-master-table.ts";
import {pseudonymOf} from "../../data-loaders/identity/pseudonym.ts";
import {projectRoot} from "../../data-loaders/project.ts";
import {parseContract} from "../../data-loaders/warehouse/contract.ts";
import {withShop} from "../helpers/make-shop.ts";
import {sold} from "../helpers/sold.ts";

const text = readFileSync(join(projectRoot, "docs/master-table.md"), "utf8");
const {columns} = parseContract(readFileSync(join(projectRoot, "data-loaders/models/customer_states.sql"), "utf8"));
const documented = [...text.matchAll(/^\| `(\w+)` \| (\w+)(\??) \| (.*) \|$/gm)].map(
  ([, name, type, nullable, about]) => ({
    name,
    type,
    isNullable: nullable === "?",
    about,
  }),
);

describe("the master table", () => {
  test("is documented column by column", () => {
    const values = parseContract(readFileSync(join(projectRoot, "data-loaders/models/customer_values.sql"), "utf8"));
    expect(documented.filter((column) => column.name !== "customer")).toEqual([
      ...columns.filter((column) => column.name !== "person_no"),
      ...values.columns.filter((column) => valueColumns.includes(column.name)),
    ]);
  });

  test("has the documented columns, one row a customer and month, and names nobody", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mudavim-test-"));
    const file = join(folder, "master.parquet");
    const key = "a key for the tests of the master table";
    process.env.MUDAVIM_KEY = key;
    try {
      await withShop({lines: [sold("ada", "2025-11-20"), sold("bob", "2025-12-10")]}, {}, async (warehouse) => {
        await writeMasterTable(warehouse, file, join(folder, "out"));
        const engine = await warehouse.engine();
        const found = await engine.rows<{column_name: string}>(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
        expect(found.map((column) => column.column_name)).toEqual(documented.map((column) => column.name));
        const rows = await engine.rows(
          `SELECT strftime(month, '%Y-%m') AS month, customer FROM read_parquet('${file}') ORDER BY 1, 2`,
        );
        const [ada, bob] = ["ada", "bob"].map((anchor) => pseudonymOf(anchor, key));
        expect(rows).toEqual([
          {month: "2025-11", customer: ada},
          ...[ada!, bob!].sort().map((customer) => ({month: "2025-12", customer})),
        ]);
      });
      expect(readFileSync(file).includes("ada")).toBe(false);
    } finally {
      delete process.env.MUDAVIM_KEY;
      rmSync(folder, {recursive: true, force: true});
    }
  });

  test.each(["out/master.parquet", "out/deep/master.parquet"])("is not written to %s, which is published", (path) =>
    withShop({lines: [sold("ada", "2025-11-20")]}, {}, async (warehouse) => {
      await expect(writeMasterTable(warehouse, path, "out")).rejects.toThrow("the master table is private");
    }),
  );
});
