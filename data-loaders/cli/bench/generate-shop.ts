import {existsSync, mkdirSync, renameSync} from "node:fs";
import {dirname, join} from "node:path";
import {startEngine} from "../../engine/duckdb.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {privateFolder} from "../../project.ts";

/**
 * Writes a shop of about five million order lines, 430,000 customers and 24 months as one CSV file, once. Frequency is
 * skewed (a few customers order up to 60 times) and lines come in the order of time, as a shop exports them.
 *
 * @param scale 1 for five million lines
 * @returns the file
 */
export async function generateShop(scale = 1): Promise<string> {
  const file = join(privateFolder, `bench/shop-${scale}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), {recursive: true});
  const engine = await startEngine({spillFolder: join(privateFolder, "bench/spill"), memoryMb: 3000});
  const cities = ["İstanbul", "Ankara", "İzmir", "Bursa", "Antalya", "Adana", "Konya", "Gaziantep"];
  await engine.run(`COPY (
    WITH customers AS (
      SELECT range AS id, (hash(range * 7 + 1) % 10000) / 10000.0 AS activity, CAST(hash(range * 13 + 5) % 730 AS INTEGER) AS first_day
      FROM range(${Math.round(430_000 * scale)})),
    orders AS (
      SELECT id, k, 1 + hash(id * 31 + k * 17) % 6 + CASE WHEN hash(id + k * 3) % 6 = 0 THEN 1 ELSE 0 END AS line_count,
        DATE '2024-11-01' + CAST(least(729, first_day + floor((hash(id * 1009 + k) % 100000) / 100000.0 * (730 - first_day))) AS INTEGER) AS day,
        hash(id * 77 + k) % 86400 AS second
      FROM customers, range(60) AS t (k)
      WHERE k < greatest(1, least(60, floor(0.9 / (1.02 - activity)))))
    SELECT concat('O', id, '-', k) AS order_id, concat('C', id) AS customer_id,
      strftime(CAST(day AS TIMESTAMP) + to_seconds(CAST(second AS BIGINT)), '%Y-%m-%d %H:%M:%S') AS ordered_at,
      concat('P', hash(id * 3 + k * 5 + line) % 5000) AS product_id,
      1 + hash(id + k * 11 + line) % 4 AS quantity,
      round(5 + (hash(id * 2 + k * 9 + line) % 100000) / 1000.0, 2) AS unit_price,
      [${cities.map(quoteText).join(", ")}][1 + CAST(hash(id) % ${cities.length} AS INTEGER)] AS city,
      ['web', 'mobile_app', 'store'][1 + CAST(hash(id + k) % 3 AS INTEGER)] AS channel
    FROM orders, range(7) AS l (line)
    WHERE line < line_count
    ORDER BY day, second, order_id, line
  ) TO ${quoteText(`${file}.part`)} (HEADER)`);
  engine.close();
  renameSync(`${file}.part`, file);
  return file;
}
