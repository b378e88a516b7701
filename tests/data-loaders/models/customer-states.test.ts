import {describe, expect, test} from "vitest";
import {startEngine} from "../../../data-loaders/engine/duckdb.ts";
import {pseudonymOf} from "../../../data-loaders/identity/pseudonym.ts";
import {pseudonymSql} from "../../../data-loaders/identity/pseudonym-sql.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {sold, soldOften} from "../../helpers/sold.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

describe("a customer's stay in a segment", () => {
  test("names the last different segment, the day it began and the months it lasts", () =>
    withShop(
      {
        lines: [
          sold("a", "2025-05-20"),
          sold("a", "2025-11-20"),
          sold("last", "2025-12-10"),
          ...soldOften(2, "other", "2025-05-25"),
        ],
        customers: [{customer: "a", on: "2025-04-01"}],
      },
      {},
      async (warehouse) => {
        const rows = await warehouse.query(
          `SELECT strftime(s.month, '%m') AS month, s.segment, s.previous_segment AS before, CAST(s.segment_since AS VARCHAR) AS since, CAST(s.months_in_segment AS INTEGER) AS months
           FROM customer_states s JOIN persons p ON p.person_no = s.person_no WHERE p.customer_id = 'a' ORDER BY s.month`,
        );
        expect(rows.map((row) => Object.values(row).join(" "))).toEqual([
          "05 new_customers  2025-05-31 1",
          "06 promising new_customers 2025-06-30 1",
          "07 about_to_sleep promising 2025-07-31 1",
          "08 hibernating about_to_sleep 2025-08-31 1",
          "09 hibernating about_to_sleep 2025-08-31 2",
          "10 hibernating about_to_sleep 2025-08-31 3",
          "11 new_customers hibernating 2025-11-30 1",
          "12 potential_loyalists new_customers 2025-12-10 1",
        ]);
      },
    ));

  test("is there once a month, with a sum and a tier exactly in the pool", () =>
    withShop({lines: [sold("a", "2025-10-20"), sold("b", "2025-12-10")]}, {}, async (warehouse) => {
      const [counts] = await warehouse.query(
        `SELECT CAST(count(*) AS INTEGER) AS rows, CAST(count(DISTINCT (month, person_no)) AS INTEGER) AS keys,
           CAST(sum(CASE WHEN is_in_pool = (rfm_sum BETWEEN 3 AND 15) AND is_in_pool = (tier IS NOT NULL) THEN 0 ELSE 1 END) AS INTEGER) AS wrong
         FROM customer_states`,
      );
      expect(counts).toEqual({rows: 4, keys: 4, wrong: 0});
    }));
});

test.each(["k".repeat(16), "k".repeat(64), "ş".repeat(50)])(
  "a pseudonym in SQL is the one in TypeScript, with the key %s",
  (key) =>
    inTemporaryFolder(async (folder) => {
      const engine = await startEngine({spillFolder: folder, threads: 1});
      const rows = await engine.rows<{anchor: string; pseudonym: string}>(
        `SELECT anchor, ${pseudonymSql("anchor", key)} AS pseudonym FROM (VALUES ('1'), ('M-42'), ('çağrı ığdır'), ('')) AS t (anchor)`,
      );
      engine.close();
      for (const {anchor, pseudonym} of rows) expect([anchor, pseudonym]).toEqual([anchor, pseudonymOf(anchor, key)]);
    }),
);
