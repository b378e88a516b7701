import {existsSync, mkdirSync, renameSync} from "node:fs";
import {join} from "node:path";
import {startEngine} from "../../engine/duckdb.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {privateFolder} from "../../project.ts";

/**
 * Writes the lines of 1.4 million orders as a Parquet file, once: 4.7 million lines, 5,000 products of which a few sell
 * most, and every tenth of which takes its neighbour along in three orders of ten.
 *
 * @param orders 1.4 million, or fewer
 * @returns the file, with columns order_id and product_id
 */
export async function generateBaskets(orders = 1_400_000): Promise<string> {
  const file = join(privateFolder, `bench/baskets-${orders}.parquet`);
  if (existsSync(file)) return file;
  mkdirSync(join(privateFolder, "bench"), {recursive: true});
  const engine = await startEngine({spillFolder: join(privateFolder, "bench/spill"), memoryMb: 3000});
  await engine.run(`COPY (
    WITH orders AS (
      SELECT range AS id, CASE WHEN hash(range * 31) % 100 < 35 THEN 1 ELSE 1 + hash(range * 17) % 8 END AS line_count
      FROM range(${orders})),
    lines AS (
      SELECT id, line, CAST(floor(5000 * pow((hash(id * 7919 + line * 104729) % 1000003) / 1000003.0, 2.5)) AS INTEGER) AS product
      FROM orders, range(8) AS l (line)
      WHERE line < line_count),
    taken AS (
      SELECT id, product + 1 AS product FROM lines WHERE product % 10 = 3 AND hash(id * 13 + product * 7) % 10 < 3)
    SELECT concat('O', id) AS order_id, concat('P', product) AS product_id
    FROM (SELECT id, product FROM lines UNION ALL SELECT id, product FROM taken) AS all_lines
    ORDER BY hash(id), id, product
  ) TO ${quoteText(`${file}.part`)} (FORMAT parquet)`);
  engine.close();
  renameSync(`${file}.part`, file);
  return file;
}
