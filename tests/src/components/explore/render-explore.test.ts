import {expect, test} from "vitest";
import {renderExplore} from "../../../../src/components/explore/render-explore.ts";
import {parsePage} from "../../framework.ts";
import {hostile} from "../../hostile-names.ts";
import {parse, smallShop} from "../../small-shop.ts";

test("a notebook over the cube: front matter, SQL and cells that Framework can read", async () => {
  const source = renderExplore(smallShop(), {lang: "tr"});
  const {code, body} = await parsePage(source, "/tr/explore");
  expect(source).toContain("sql:\n  cube: /data/customer-cube.arrow\n  flows: /data/flow-cube.arrow\n");
  expect(code).toHaveLength(12);
  expect(body).not.toContain("SyntaxError");
});

test("a row per customer is offered where the shop publishes it, without a cube too", async () => {
  const shop = structuredClone(smallShop());
  expect(renderExplore(shop, {lang: "en"})).not.toContain("people");
  shop.manifest.tables.push({...shop.manifest.tables[0]!, name: "customer-bands", file: "customer-bands.arrow"});
  const both = renderExplore(shop, {lang: "en"});
  expect(both).toContain("  flows: /data/flow-cube.arrow\n  people: /data/customer-bands.arrow\n");
  expect(both).toMatch(/<code>people<\/code>: one row per customer .*<code>SELECT orders_band/s);

  for (const row of shop.usage) if (row.used_by === "customer-cube") row.is_filled = false;
  const alone = renderExplore(shop, {lang: "en"});
  expect(alone).toContain("sql:\n  people: /data/customer-bands.arrow\n---");
  expect(alone).not.toMatch(/FROM cube|<code>cube/);
  expect((await parsePage(alone, "/en/explore")).code).toHaveLength(3);
});

test("its SQL needs no extension of DuckDB", () => {
  const queries = renderExplore(smallShop(), {lang: "en"}).match(/```sql[^`]*```/g)!;
  expect(queries).toHaveLength(4);
  expect(queries.join()).not.toMatch(/json|current_date|timestamptz|at time zone|parquet|strftime/i);
});

test.each(hostile)("%j as a name is only text", async (name) => {
  const shop = structuredClone(smallShop());
  for (const row of shop.segments) row.label_en = name;
  shop.manifest.shop.name = name;
  const {code, body} = await parsePage(renderExplore(shop, {lang: "en"}), "/en/explore");
  const root = parse(body);
  expect(code).toHaveLength(12);
  expect(body).not.toContain("SyntaxError");
  expect(root.querySelectorAll("script, img").length).toBe(0);
});
