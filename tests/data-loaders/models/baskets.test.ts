import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {plantedTruths} from "../../../data-loaders/sources/demo/planted-truths.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import {type ShopOptions, withFiles, withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

interface RuleRow {
  basis: string;
  level: string;
  place: number;
  antecedent: string;
  second_antecedent: string | null;
  consequent: string;
  baskets: number;
  count: number;
  is_redundant: boolean;
}

interface LifeRow {
  level: string;
  item: string;
  customers: number;
  median_days: number | null;
  low_days: number;
  high_days: number;
}

const header = "order_id,line_no,customer_id,ordered_at,product_id,amount,is_return,is_fee,is_cancelled\n";
const sources = {order_lines: csv({path: "lines.csv"})};

describe("basket lines", () => {
  test("are what was sold in orders that count, each product once, customers' orders in time before guests'", async () => {
    const lines = [
      "o3,1,,2025-01-01 09:00,B,5,,,",
      "o2,1,c2,2025-02-01 09:00,B,5,,,",
      "o1,1,c1,2025-03-01 09:00,A,5,,,",
      "o1,2,c1,2025-03-01 09:00,A,5,,,",
      "o1,3,c1,2025-03-01 09:00,B,0,,,", // free
      "o1,4,c1,2025-03-01 09:00,POST,5,,true,",
      "o1,5,c1,2025-03-01 09:00,C,5,,,true",
      "o1,6,c1,2025-03-01 09:00,,5,,,", // no product
      "o0,1,c1,2025-01-05 09:30,C,5,,,",
      "o0,2,c1,2025-01-05 09:30,A,5,,,",
      "o4,1,c1,2025-03-02 09:00,POST,5,,true,", // nothing but a fee: no basket
      "o5,1,c1,2025-03-03 09:00,A,-5,true,,",
    ].join("\n");
    await withFiles({"lines.csv": `${header}${lines}\n`}, sources, async (warehouse) => {
      const rows = await warehouse.query(
        `SELECT CAST(l.order_no AS INTEGER) AS o, p.product_id AS p, CAST(l.person_no AS INTEGER) AS c,
          CAST(date_diff('minute', TIMESTAMP '1970-01-01 00:00:00', TIMESTAMP '2025-01-05 09:30:00') - l.minute AS INTEGER) AS earlier
        FROM basket_lines l JOIN basket_products p ON p.product_no = l.product_no ORDER BY 1, 2`,
      );
      expect(rows).toEqual([
        {o: 0, p: "A", c: 1, earlier: 0},
        {o: 0, p: "C", c: 1, earlier: 0},
        {o: 1, p: "A", c: 1, earlier: -(55 * 1440 - 30)},
        {o: 2, p: "B", c: 2, earlier: -(27 * 1440 - 30)},
        {o: 3, p: "B", c: null, earlier: 4 * 1440 + 30},
      ]);
    });
  });

  test("name a product as the tree does, else as most of its sold lines do, of equals the first by spelling", async () => {
    const lines = [
      ...["red cup ", "red cup", "cup", "", "", ""].map((name) => `A,${name},5`),
      ...["cup", "cup", "cup"].map((name) => `A,${name},-5`), // no sale
      ...["plate", "dish"].map((name) => `B,${name},5`),
      "C,spoon,5",
      "D,,5",
      "E,fork,5",
    ].map((line, i) => `o${i},c1,2025-01-01 09:00,${line}`);
    const files = {
      "lines.csv": `order_id,customer_id,ordered_at,product_id,product_name,amount\n${lines.join("\n")}\n`,
      "products.csv": "product_id,name\nC,Silver spoon\nE,\n",
    };
    await withFiles(files, {...sources, products: csv({path: "products.csv"})}, async (warehouse) => {
      const rows = await warehouse.query("SELECT product_id, name FROM basket_products ORDER BY product_no");
      expect(rows.map(Object.values)).toEqual([
        ["A", "red cup"],
        ["B", "dish"],
        ["C", "Silver spoon"],
        ["D", null],
        ["E", "fork"],
      ]);
    });
  });

  test("a shop without products has no basket, and nothing is published", async () => {
    const lines = "order_id,customer_id,ordered_at,amount\no1,c1,2025-01-01 09:00,5\n";
    await withFiles({"lines.csv": lines}, sources, async (warehouse) => {
      for (const table of ["basket-rules", "basket-sequences", "basket-sizes", "product-life", "category-affinity"])
        expect(await publishedRows(warehouse, table)).toEqual([]);
    });
  });
});

describe("published rules", () => {
  /** `pairs` of 200 orders hold A and B, by so many customers; the others hold one of eight products, each by a customer. */
  function shopOf(pairs: number, customers: number): string {
    const lines = Array.from({length: 200}, (_, i) => {
      const head = (product: string) => `o${i},1,c${i < pairs ? i % customers : i},2025-01-01 09:00,${product},5,,,`;
      return i < pairs ? `${head("A")}\n${head("B")}` : head("ABCDEFGH"[i % 8]!);
    });
    return `${header}${lines.join("\n")}\n`;
  }

  const publish = <T = RuleRow>(lines: string, options: ShopOptions = {}, table = "basket-rules") =>
    withFiles({"lines.csv": lines}, sources, (shop) => publishedRows<T>(shop, table), options);
  const rulesOf = (pairs: number, customers: number, minCustomers = 10) =>
    publish(shopOf(pairs, customers), {privacy: {minCustomers}});
  const named = (rows: RuleRow[]) =>
    rows.map((row) => `${row.basis} ${row.antecedent}>${row.consequent} ${row.count}/${row.baskets}`);

  test("are of orders and of customers", async () => {
    expect(named(await rulesOf(60, 60))).toEqual([
      "customers A>B 60/200",
      "customers B>A 60/200",
      "orders A>B 60/200",
      "orders B>A 60/200",
    ]);
  });

  test("of many orders of few customers are withheld", async () => {
    expect(named(await rulesOf(60, 9))).toEqual([]);
    expect(named(await rulesOf(60, 10))).toEqual(["orders A>B 60/200", "orders B>A 60/200"]);
    expect(named(await rulesOf(60, 10, 11))).toEqual([]);
  });

  test("stand for as many as the options ask for, and never for fewer customers than the privacy limit", async () => {
    const few = {baskets: {minCount: 10}};
    expect(named(await publish(shopOf(20, 20), few))).toContain("orders A>B 20/200");
    expect(named(await publish(shopOf(20, 20), {baskets: {minCount: 10, minSupport: 0.11}}))).toEqual([]);
    expect(named(await publish(shopOf(20, 20), {baskets: {minCount: 1}, privacy: {minCustomers: 21}}))).toEqual([]);
  });

  test("say which are redundant, and rank those last", async () => {
    // With A there is B in 80 of 100 orders; with A and C in 40 of 60: C adds nothing.
    const contents = ["ABC", "AB", "AC", "D", "E"].flatMap((word) => Array(word === "AC" ? 20 : 40).fill(word));
    const lines = contents.flatMap((word, i) =>
      [...word].map((product) => `o${i},1,c${i},2025-01-01 09:00,${product},5,,,`),
    );
    const rules = await publish(`${header}${lines.join("\n")}\n`);
    const ofTwo = rules
      .filter((row) => row.basis === "orders" && row.second_antecedent !== null)
      .sort((a, b) => a.place - b.place);
    const spelled = ofTwo.map((row) => `${row.antecedent}${row.second_antecedent}>${row.consequent}`);
    expect(ofTwo.filter((row) => row.is_redundant).map((row) => row.place)).toEqual(
      ofTwo.slice(-ofTwo.filter((row) => row.is_redundant).length).map((row) => row.place),
    );
    expect(ofTwo[spelled.indexOf("AC>B")]!.is_redundant).toBe(true);
    expect(rules.filter((row) => row.second_antecedent === null).every((row) => !row.is_redundant)).toBe(true);
  });

  test("come with the number of baskets that could show one", async () => {
    expect(await publish(shopOf(60, 10), {}, "basket-sizes")).toEqual([
      {basis: "customers", baskets: 150, of_several: 10, repeat_buyers: 10, products: 8, min_count: 30},
      {basis: "orders", baskets: 200, of_several: 60, repeat_buyers: null, products: 8, min_count: 30},
    ]);
    const options = {privacy: {minCustomers: 5}, baskets: {minCount: 1, minSupport: 0.04}};
    expect(await publish(`${header}o1,1,,2025-01-01 09:00,A,5,,,\n`, options, "basket-sizes")).toEqual([
      {basis: "orders", baskets: 1, of_several: 0, repeat_buyers: null, products: 1, min_count: 5},
    ]);
  });

  test("of what is bought next stand for as many customers", async () => {
    const line = (customer: number, day: number, product: string) =>
      `o${customer}-${day},1,c${customer},2025-01-0${day} 09:00,${product},5,,,`;
    const lines = Array.from({length: 200}, (_, i) =>
      i < 10 ? [line(i, 1, "A"), line(i, 4, "B")] : [line(i, 1, "C"), line(i, 4, "D")],
    ).flat();
    const sequences = async (minCustomers: number) =>
      (
        await publish<{before: string; after: string; count: number; median_gap_days: number}>(
          `${header}${lines.join("\n")}\n`,
          {baskets: {minCount: 1}, privacy: {minCustomers}},
          "basket-sequences",
        )
      ).map((row) => `${row.before}>${row.after} ${row.count} after ${row.median_gap_days}`);
    expect(await sequences(10)).toEqual(["A>B 10 after 3"]);
    expect(await sequences(11)).toEqual([]);
  });
});

test(
  "what is planted in the demo is found, and among the first ten of its level",
  () =>
    inTemporaryFolder(async (folder) => {
      const entities = ["customers", "orders", "order_lines", "products"];
      const config = defineConfig({name: "Demo", sources: demo({customers: 3000, entities})});
      await withWarehouse(
        {loaded: {config, file: join(folder, "x.ts"), folder}, privateFolder: join(folder, "private")},
        async (warehouse) => {
          const rules = await publishedRows<RuleRow>(warehouse, "basket-rules");
          for (const {subcategory, takes} of Object.values(plantedTruths.attachments)) {
            const found = rules.find(
              (row) =>
                row.basis === "orders" &&
                row.level === "subcategory" &&
                row.second_antecedent === null &&
                row.antecedent.endsWith(` > ${subcategory}`) &&
                row.consequent.endsWith(` > ${takes}`),
            );
            expect(found?.place, subcategory).toBeLessThanOrEqual(10);
          }
          const lives = await publishedRows<LifeRow>(warehouse, "product-life");
          for (const {category, days} of [plantedTruths.perfume, plantedTruths.insurance]) {
            const life = lives.find(({level, item}) => level === "category" && item.endsWith(` > ${category}`))!;
            expect(Math.abs(life.median_days! - days), category).toBeLessThanOrEqual(0.05 * days);
            expect(life.low_days).toBeLessThanOrEqual(life.median_days!);
            expect(life.high_days).toBeGreaterThanOrEqual(life.median_days!);
          }
        },
      );
    }),
  60_000,
);
