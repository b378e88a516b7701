import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {configText, hashFolder, makeShop, runCommand, type Shop} from "./run-command.ts";

describe("data --tables", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = makeShop(join(inject("runFolder"), "tables-option"), {
      "lines.csv": "order,customer,day,amount\n1,a,2026-01-05,10\n2,b,2026-02-07,20\n3,a,2026-03-09,30\n",
      "shop.config.ts": configText({
        sources: {
          order_lines: {
            kind: "csv",
            path: "lines.csv",
            map: {order_id: "order", customer_id: "customer", ordered_at: "day", amount: "amount"},
          },
        },
      }),
    });
    const {code, output} = await shop.run();
    if (code !== 0) throw new Error(output);
  }, 120_000);

  it("computes these alone, the same bytes, and keeps what a whole run stored", async () => {
    const whole = hashFolder(shop.out);
    const stored = hashFolder(join(shop.private, "warehouse/tables"));
    const few = join(shop.folder, "few");
    const args = [...shop.args.with(shop.args.indexOf(shop.out), few), "--tables", "monthly-sales, segments"];
    expect(await runCommand(...args)).toMatchObject({code: 0});
    expect(readdirSync(few).sort()).toEqual(["manifest.json", "monthly-sales.arrow", "segments.arrow"]);
    const {"monthly-sales.arrow": sales, "segments.arrow": segments} = hashFolder(few);
    expect([sales, segments]).toEqual([whole["monthly-sales.arrow"], whole["segments.arrow"]]);
    expect(hashFolder(join(shop.private, "warehouse/tables"))).toEqual(stored);
  }, 60_000);

  it("refuses a table that is not published", async () => {
    const out = join(shop.folder, "none");
    const {code, output} = await runCommand(...shop.args.with(shop.args.indexOf(shop.out), out), "--tables", "orders");
    expect([code, output.trim()]).toEqual([1, '--tables: no published table is called "orders"']);
    expect(existsSync(out)).toBe(false);
  }, 60_000);
});
