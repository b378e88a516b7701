import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {defineConfig} from "../../data-loaders/config/define-config.ts";
import type {ShopConfigInput} from "../../data-loaders/config/shop-schema.ts";
import {projectRoot} from "../../data-loaders/project.ts";
import {csv} from "../../data-loaders/sources/csv.ts";
import {Warehouse} from "../../data-loaders/warehouse/warehouse.ts";
import {formatMoney} from "../oracle/money.ts";
import type {Shop} from "../oracle/shop.ts";
import {stringify} from "./csv-text.ts";
import {inTemporaryFolder} from "./temporary-folder.ts";

/** The part of a configuration that is not the files. */
export type ShopOptions = Partial<Omit<ShopConfigInput, "sources">>;

/** Writes a shop's files into a folder, and the configuration that reads them. */
export function writeShop(folder: string, shop: Shop, options: ShopOptions = {}) {
  const write = (name: string, columns: string[], rows: unknown[][]) =>
    writeFileSync(join(folder, name), stringify(columns, rows));
  write(
    "order-lines.csv",
    ["order_id", "line_no", "customer_id", "ordered_at", "amount", "discount", "is_cancelled", "is_return", "city"],
    shop.lines.map((line) => [
      line.order,
      line.lineNo,
      line.customer,
      line.at,
      formatMoney(line.amount),
      line.discount === undefined ? undefined : formatMoney(line.discount),
      line.isCancelled,
      line.isReturn,
      line.city,
    ]),
  );
  write(
    "returns.csv",
    ["order_id", "returned_at", "amount"],
    (shop.returns ?? []).map(({order, at, amount}) => [order, at, formatMoney(amount)]),
  );
  write(
    "cancellations.csv",
    ["order_id", "line_no"],
    (shop.cancellations ?? []).map(({order, lineNo}) => [order, lineNo]),
  );
  write(
    "customers.csv",
    ["customer_id", "registered_on"],
    (shop.customers ?? []).map(({customer, on}) => [customer, on]),
  );
  const config = defineConfig({
    name: "Test",
    ...options,
    sources: {
      order_lines: csv({path: "order-lines.csv"}),
      ...(shop.returns ? {returns: csv({path: "returns.csv"})} : {}),
      ...(shop.cancellations ? {cancellations: csv({path: "cancellations.csv"})} : {}),
      ...(shop.customers ? {customers: csv({path: "customers.csv"})} : {}),
    },
  });
  return {config, file: join(folder, "shop.config.ts"), folder};
}

/** Opens the real pipeline over a small shop; folder and engine are gone afterwards. */
export function withShop<T>(shop: Shop, options: ShopOptions, task: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  return inTemporaryFolder((folder) =>
    withWarehouse({loaded: writeShop(folder, shop, options), privateFolder: join(folder, "private")}, task),
  );
}

/** Opens the real pipeline over files that are written as given. */
export function withFiles<T>(
  files: Readonly<Record<string, string>>,
  sources: ShopConfigInput["sources"],
  task: (warehouse: Warehouse) => Promise<T>,
  options: ShopOptions = {},
): Promise<T> {
  return inTemporaryFolder((folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const config = defineConfig({name: "Test", ...options, sources});
    return withWarehouse(
      {loaded: {config, file: join(folder, "shop.config.ts"), folder}, privateFolder: join(folder, "private")},
      task,
    );
  });
}

export interface OpenOptions {
  loaded: ReturnType<typeof writeShop>;
  privateFolder: string;
  root?: string;
}

/** Has a task done with a warehouse, which is closed afterwards. */
export async function withWarehouse<T>(
  {loaded, privateFolder, root = projectRoot}: OpenOptions,
  task: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  const warehouse = await Warehouse.open({projectRoot: root, loaded, privateFolder, threads: 1});
  try {
    return await task(warehouse);
  } finally {
    await warehouse.close();
  }
}
