import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {projectRoot} from "../../data-loaders/project.ts";
import {csv} from "../../data-loaders/sources/csv.ts";
import {qualityLimits} from "../../data-loaders/stats/quality-grade.ts";
import {withFiles} from "../helpers/make-shop.ts";
import {publishedRows} from "../helpers/published-rows.ts";
import {readCodeBlocks} from "./code-blocks.ts";

test("the documented limits are those of the code", () => {
  const text = readFileSync(join(projectRoot, "docs/quality.md"), "utf8");
  const table = text.slice(text.indexOf("| criterion |")).split("\n\n")[0]!;
  const rows = table
    .split("\n")
    .slice(2)
    .map((row) => row.split("|").slice(2, 5).map(parseLimit));
  expect(rows).toEqual(Object.values(qualityLimits));
});

function parseLimit(cell: string): number {
  const number = Number.parseFloat(cell);
  return cell.includes("%") ? number / 100 : number;
}

test("the example is graded as it says", async () => {
  const [returns] = readCodeBlocks("docs/quality.md", "csv");
  const lines = "order_id,customer_id,ordered_at,amount\no1,a,2026-03-01,9\no2,b,2026-03-02,9\n";
  await withFiles(
    {"returns.csv": returns!, "lines.csv": lines},
    {order_lines: csv({path: "lines.csv"}), returns: csv({path: "returns.csv"})},
    async (warehouse) => {
      const counts = await publishedRows(warehouse, "source-quality");
      expect(counts).toContainEqual(
        expect.objectContaining({entity: "returns", measure: "orphan", subject: "order_id", rows: 1, of_rows: 3}),
      );
      const trend = await publishedRows(warehouse, "quality-trend");
      expect(trend).toContainEqual(expect.objectContaining({entity: "returns", grade: "B", reason: "orphan"}));
    },
  );
});
