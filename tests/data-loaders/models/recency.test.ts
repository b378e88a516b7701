import {expect, test} from "vitest";
import {withShop} from "../../helpers/make-shop.ts";
test("x", async () => {
  for (let i = 0; i < 3; i++) {
  const t = performance.now();
  await withShop({lines: [{order: "1", customer: "a", at: "2025-01-05", amount: 100000}, {order: "2", customer: "a", at: "2025-12-31", amount: 100000}]}, {}, async (w) => { console.log("open", performance.now() - t); await w.ensure(); });
  console.log(performance.now() - t);
  }
});
