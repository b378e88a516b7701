import {join} from "node:path";
import {defineConfig} from "../../config/define-config.ts";
import {fromEnvironment} from "../../config/from-environment.ts";
import {parquet} from "../../sources/parquet.ts";

const folder = fromEnvironment("BENCH_ACCOUNTS", "the folder that generate-accounts.ts wrote");

export default defineConfig({
  name: "Bench",
  sources: Object.fromEntries(
    ["customers", "identifiers", "orders", "order_lines"].map((entity) => [
      entity,
      parquet({path: join(folder, `${entity}.parquet`)}),
    ]),
  ),
});
