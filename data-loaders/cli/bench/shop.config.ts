import {defineConfig} from "../../config/define-config.ts";
import {fromEnvironment} from "../../config/from-environment.ts";
import {csv} from "../../sources/csv.ts";

export default defineConfig({
  name: "Bench",
  sources: {
    order_lines: csv({
      path: fromEnvironment("BENCH_SHOP_CSV", "the file that generate-shop.ts wrote"),
      columns: {ordered_at: "timestamp", quantity: "integer", unit_price: "decimal"},
      map: {
        order_id: "order_id",
        customer_id: "customer_id",
        ordered_at: "ordered_at",
        product_id: "product_id",
        quantity: "quantity",
        amount: "quantity * unit_price",
        city: "city",
        channel: "channel",
      },
    }),
  },
});
