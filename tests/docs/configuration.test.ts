import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {loadConfig} from "../../data-loaders/config/load-config.ts";
import {shopSchema} from "../../data-loaders/config/shop-schema.ts";
import {projectRoot} from "../../data-loaders/project.ts";
import {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {readCodeBlocks} from "./code-blocks.ts";
import {makeTemporaryFolder} from "./temporary-folder.ts";

const orders = {
  "README.md": "order_no,customer,date,quantity,price\n1,a,2026-01-05,2,10.50\n2,b,2026-02-06,1,20\n",
  "docs/configuration.md": "order_id,customer_id,ordered_at,amount\n1,a,2026-01-05,21\n2,b,2026-02-06,20\n",
};

describe.each(Object.entries(orders))("the configuration in %s", (document, csv) => {
  test("reads a shop's file", async () => {
    const folder = makeTemporaryFolder();
    const [code] = readCodeBlocks(document, "ts");
    writeFileSync(join(folder, "orders.csv"), csv);
    const file = join(folder, "shop.config.ts");
    writeFileSync(file, code!.replace(/"\.{1,2}\/data-loaders/g, `"${projectRoot}/data-loaders`));
    const loaded = await loadConfig(file);
    const warehouse = await Warehouse.open({projectRoot, loaded, privateFolder: join(folder, "private")});
    const [sales] = await warehouse.query<{orders: bigint; revenue: number}>(
      "SELECT sum(order_count) AS orders, CAST(sum(net_revenue) AS DOUBLE) AS revenue FROM monthly_sales",
    );
    await warehouse.close();
    expect(sales).toEqual({orders: 2n, revenue: 41});
  });
});

test("every option of the configuration is documented with the default that it has", () => {
  const text = readFileSync(join(projectRoot, "docs/configuration.md"), "utf8");
  const defaults = shopSchema.parse({name: "x", sources: {order_lines: {kind: "csv", path: "x"}}});
  for (const [name, value] of Object.entries(defaults)) {
    const isGroup = typeof value === "object" && !Array.isArray(value) && name !== "sources";
    for (const option of isGroup ? Object.keys(value as object).map((key) => `${name}.${key}`) : [name])
      expect(text).toContain(`\`${option}\``);
  }
  for (const shown of [defaults.timeZone, defaults.currency, defaults.rfm.preset, defaults.rfm.pool])
    expect(text).toContain(`| \`"${shown}"\` |`);
  for (const shown of [defaults.rfm.recencyDays, defaults.ageBands])
    expect(text).toContain(`| \`[${shown.join(", ")}]\` |`);
  for (const shown of [defaults.privacy.minCustomers, defaults.quality.maxRejectShare, defaults.slide.withinMonths])
    expect(text).toContain(`| \`${shown}\` |`);
});
