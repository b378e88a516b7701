import {existsSync, mkdirSync, renameSync} from "node:fs";
import {join} from "node:path";
import {startEngine} from "../../engine/duckdb.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {privateFolder} from "../../project.ts";

/** Writes the sold products of Online Retail as a Parquet file with order_id and product_id, once. */
export async function storeRetailLines(csv: string): Promise<string> {
  const file = join(privateFolder, "bench/online-retail.parquet");
  if (existsSync(file)) return file;
  mkdirSync(join(privateFolder, "bench"), {recursive: true});
  const engine = await startEngine({spillFolder: join(privateFolder, "bench/spill"), memoryMb: 3000});
  await engine.run(`COPY (
    SELECT InvoiceNo AS order_id, upper(trim(StockCode)) AS product_id
    FROM read_csv(${quoteText(csv)}, header = true, all_varchar = true)
    WHERE CAST(Quantity AS INTEGER) > 0 AND CAST(UnitPrice AS DOUBLE) > 0
  ) TO ${quoteText(`${file}.part`)} (FORMAT parquet)`);
  engine.close();
  renameSync(`${file}.part`, file);
  return file;
}
