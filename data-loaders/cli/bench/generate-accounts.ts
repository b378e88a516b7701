import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {startEngine} from "../../engine/duckdb.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {privateFolder} from "../../project.ts";

/**
 * Writes a shop of a million accounts as Parquet files, once: 800,000 people, 200,000 second accounts, an e-mail, a phone
 * and a card or social account each, typed in six ways. A thousand offices share a phone, 10,000 accounts gave throw-away
 * values, 50,000 guests ordered, half of whom have an account.
 *
 * @param accounts a million, or fewer
 * @returns the folder
 */
export async function generateAccounts(accounts = 1_000_000): Promise<string> {
  const folder = join(privateFolder, `bench/accounts-${accounts}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, {recursive: true, force: true});
  mkdirSync(part, {recursive: true});
  const engine = await startEngine({spillFolder: join(privateFolder, "bench/spill"), memoryMb: 3000});
  const people = accounts * 0.8;
  await engine.run(`CREATE TABLE accounts AS
    WITH owned AS (
      SELECT range AS i, CAST(CASE WHEN range < ${people} THEN range ELSE hash(range) % ${people} END AS BIGINT) AS p,
        range < ${people} OR hash(range * 3) % 10 < 6 AS has_email, range < ${people} OR hash(range * 3) % 10 > 3 AS has_phone
      FROM range(${accounts}))
    SELECT i, p, concat('A', lpad(CAST(i AS VARCHAR), 7, '0')) AS id,
      CASE WHEN i % 200 = 7 THEN 'test@example.com' ELSE concat('ad.soyad', CASE WHEN has_email THEN p ELSE 10000000 + i END, '@example.com') END AS email,
      CASE WHEN i % 200 = 9 THEN '0000000000' WHEN i % 80 = 11 THEN concat('212', lpad(CAST((i // 80) % 1000 AS VARCHAR), 7, '1'))
        ELSE concat('5', lpad(CAST((CASE WHEN has_phone THEN p ELSE 10000000 + i END) * 7919 % 1000000000 AS VARCHAR), 9, '0')) END AS phone
    FROM owned`);
  const [a, b, c, d] = ["substr(phone, 1, 3)", "substr(phone, 4, 3)", "substr(phone, 7, 2)", "substr(phone, 9, 2)"];
  const files = {
    customers: `SELECT id AS customer_id, DATE '2024-01-01' + CAST(hash(i * 5) % 700 AS INTEGER) AS registered_on,
        CASE i % 20 WHEN 0 THEN upper(email) WHEN 1 THEN concat(' ', email, ' ') ELSE email END AS email,
        CASE i % 6 WHEN 0 THEN concat('+90 ', ${a}, ' ', ${b}, ' ', ${c}, ' ', ${d}) WHEN 1 THEN concat('0', phone)
          WHEN 2 THEN phone WHEN 3 THEN concat('0(', ${a}, ') ', ${b}, '-', ${c}, '-', ${d}) WHEN 4 THEN concat('0090', phone)
          ELSE concat('0 ', ${a}, ' ', ${b}, ' ', ${c}, ${d}) END AS phone
      FROM accounts ORDER BY i`,
    identifiers: `SELECT id AS customer_id, CASE WHEN i % 8 = 0 THEN 'social' ELSE 'card' END AS kind,
        CASE WHEN i % 8 = 0 THEN concat('@kisi', p) ELSE concat('tok_', CASE WHEN i % 3 = 0 THEN p ELSE 10000000 + i END) END AS value
      FROM accounts ORDER BY i`,
    orders: `SELECT concat('O', i) AS order_id, CASE WHEN i % 6 = 0 THEN NULL ELSE id END AS customer_id,
        TIMESTAMP '2025-12-01' + to_seconds(CAST(hash(i) % 2600000 AS BIGINT)) AS ordered_at, 'web' AS channel, 'Ankara' AS city,
        CASE WHEN i % 6 = 0 THEN CASE WHEN i % 12 = 0 THEN email ELSE concat('g', email) END END AS contact_email
      FROM accounts WHERE i < 300000 ORDER BY i`,
    order_lines:
      "SELECT concat('O', i) AS order_id, concat('P', i % 500) AS product_id, 1 AS quantity, CAST(10 + i % 90 AS DECIMAL(18, 4)) AS amount FROM accounts WHERE i < 300000 ORDER BY i",
  };
  for (const [name, sql] of Object.entries(files))
    await engine.run(`COPY (${sql}) TO ${quoteText(join(part, `${name}.parquet`))} (FORMAT parquet)`);
  engine.close();
  renameSync(part, folder);
  return folder;
}
