import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {expect, test} from "vitest";
import {defineConfig} from "../../data-loaders/config/define-config.ts";
import {projectRoot} from "../../data-loaders/project.ts";
import {csv} from "../../data-loaders/sources/csv.ts";
import {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {readCodeBlocks} from "./code-blocks.ts";
import {makeTemporaryFolder} from "./temporary-folder.ts";

test("the SQL file of the walk-through becomes a published table", async () => {
  const folder = makeTemporaryFolder();
  const project = join(folder, "project");
  mkdirSync(project);
  symlinkSync(join(projectRoot, "data-loaders"), join(project, "data-loaders"));
  cpSync(join(projectRoot, "src/data"), join(project, "src/data"), {recursive: true});
  const [sql] = readCodeBlocks("docs/adding-a-metric.md", "sql");
  writeFileSync(join(project, "src/data/orders-by-channel.arrow.sql"), sql!);
  writeFileSync(
    join(folder, "orders.csv"),
    "order_id,customer_id,ordered_at,amount,channel\n1,a,2026-01-05,21,web\n2,b,2026-01-06,20,web\n3,b,2026-02-06,20,\n4,c,2026-02-07,0,store\n",
  );
  const config = defineConfig({name: "Shop", sources: {order_lines: csv({path: "orders.csv"})}});
  const warehouse = await Warehouse.open({
    projectRoot: project,
    loaded: {config, file: join(folder, "shop.config.ts"), folder},
    privateFolder: join(folder, "private"),
  });
  await warehouse.ensure(["published_orders_by_channel"]);
  const {path} = warehouse.built.get("published_orders_by_channel")!.arrow!;
  await warehouse.close();
  const rows = tableFromIPC(readFileSync(path))
    .toArray()
    .map((row) => row.toJSON());
  expect(rows).toEqual([
    {month: Date.UTC(2026, 0, 1), channel: "web", orders: 2},
    {month: Date.UTC(2026, 1, 1), channel: "unknown", orders: 1},
  ]);
});
