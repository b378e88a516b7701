import {describe, expect, test} from "vitest";
import {startEngine} from "../../../../data-loaders/engine/duckdb.ts";
import {findAssociationRules} from "../../../../data-loaders/stats/baskets/association-rules.ts";
import {collectBaskets} from "../../../../data-loaders/stats/baskets/baskets.ts";
import {findFrequentItemsets} from "../../../../data-loaders/stats/baskets/frequent-itemsets.ts";
import {readIntegers} from "../../../../data-loaders/warehouse/read-integers.ts";
import {inTemporaryFolder} from "../../../helpers/temporary-folder.ts";
import {findPublicData} from "../../../public-data.ts";
import {countBySize} from "./basket-fixtures.ts";

const file = findPublicData("online-retail/online-retail.csv.gz");

describe.skipIf(!file)("rules of Online Retail", () => {
  // mlxtend 0.25 on rows with Quantity > 0 and UnitPrice > 0, StockCode trimmed and in capitals:
  // association_rules(fpgrowth(baskets, min_support = 0.01, max_len = 3), "confidence", 0), one-item consequents.
  test("of up to three products at support 0.01", () =>
    inTemporaryFolder(async (folder) => {
      const engine = await startEngine({spillFolder: folder});
      await engine.run(`CREATE TABLE lines AS SELECT InvoiceNo AS o, upper(trim(StockCode)) AS p
        FROM read_csv('${file}', header = true, all_varchar = true)
        WHERE CAST(Quantity AS INTEGER) > 0 AND CAST(UnitPrice AS DOUBLE) > 0`);
      const number = (table: string, column: string) =>
        engine.run(
          `CREATE TABLE ${table} AS SELECT ${column}, CAST(row_number() OVER (ORDER BY ${column}) - 1 AS INTEGER) AS no FROM (SELECT DISTINCT ${column} FROM lines)`,
        );
      await number("orders", "o");
      await number("products", "p");
      const [orderOf, productOf] = await readIntegers(
        engine,
        "SELECT orders.no, products.no FROM lines JOIN orders ON orders.o = lines.o JOIN products ON products.p = lines.p",
      );
      const ids = await engine.rows<{p: string}>("SELECT p FROM products ORDER BY no");
      engine.close();
      const baskets = collectBaskets(orderOf!, productOf!, 19_960, ids.length);
      const itemsets = findFrequentItemsets(baskets, {minSupport: 0.01, maxItems: 3});
      expect(countBySize(itemsets)).toEqual([815, 935, 274]);
      const rules = findAssociationRules(itemsets);
      expect(rules).toHaveLength(2692);
      const [first] = rules;
      expect(first!.antecedent.map((item) => ids[item]!.p)).toEqual(["22917", "22918"]);
      expect(ids[first!.consequent]!.p).toBe("22916");
      expect(first!.lift).toBeCloseTo(79.518791, 6);
      expect(first!.conviction).toBeCloseTo(17.703929, 6);
      expect(first!.zhang).toBeCloseTo(0.998176, 6);
    }));
});
