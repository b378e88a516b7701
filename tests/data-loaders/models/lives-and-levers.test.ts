import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {defineConfig} from "../../../data-loaders/config/define-config.ts";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {plantedTruths} from "../../../data-loaders/sources/demo/planted-truths.ts";
import {demo} from "../../../data-loaders/sources/demo-source.ts";
import type {CategoryAffinityRow} from "../../../src/components/baskets/affinity/category-affinity-row.ts";
import type {CrossSellRow} from "../../../src/components/baskets/affinity/cross-sell-row.ts";
import type {LeverRow} from "../../../src/components/baskets/levers/lever-row.ts";
import type {ProductLifeRow} from "../../../src/components/baskets/lives/life-row.ts";
import type {SegmentSizeRow} from "../../../src/components/segment-rows.ts";
import {withFiles, withWarehouse} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {inTemporaryFolder} from "../../helpers/temporary-folder.ts";

const header = "order_id,line_no,customer_id,ordered_at,product_id,quantity,amount\n";
const exact = {privacy: {minCustomers: 1}, asOf: "2025-12-31"};

describe("five lines of three customers", () => {
  const files = {
    "lines.csv": `${header}o1,1,ada,2025-06-01,beans,2,20
o2,1,ada,2025-07-01,beans,2,20
o2,2,ada,2025-07-01,cup,1,10
o3,1,ben,2025-12-01,beans,1,10
o4,1,cem,2025-12-10,cup,1,10
`,
    "products.csv": "product_id,department,category\nbeans,Food,Coffee\ncup,Home,Table\n",
    "returns.csv": "order_id,line_no,returned_at,quantity,amount\no1,1,2025-07-10,1,5\n",
  };
  const sources = {
    order_lines: csv({path: "lines.csv"}),
    products: csv({path: "products.csv"}),
    returns: csv({path: "returns.csv"}),
  };

  test("life, who is due, affinity and levers by hand", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        const lives = await publishedRows<ProductLifeRow>(warehouse, "product-life");
        expect(lives.find(({item}) => item === "Food > Coffee")).toMatchObject({
          customers: 2,
          repeaters: 1,
          gaps: 1,
          median_days: null,
          life_days: 30,
          life_source: "override",
          on_time_share: 1,
          // 183 and 30 days ago.
          long_overdue: 1,
          due: 1,
          overdue: 0,
          next_30: 0,
        });
        expect(lives.find(({item}) => item === "Home > Table")).toMatchObject({
          customers: 2,
          repeaters: 0,
          repeat_share: 0,
          life_days: null,
          life_source: null,
          due: null,
          later: null,
        });
        expect(
          await warehouse.query(
            `SELECT p.customer_id AS customer, CAST(due_on AS VARCHAR) AS due_on, state, life_source
            FROM customers_due d JOIN persons p ON p.person_no = d.person_no ORDER BY 1`,
          ),
        ).toEqual([
          {customer: "ada", due_on: "2025-07-31", state: "overdue", life_source: "override"},
          {customer: "ben", due_on: "2025-12-31", state: "due", life_source: "override"},
        ]);

        const affinity = await publishedRows<CategoryAffinityRow>(warehouse, "category-affinity");
        const coffee = affinity.filter(({item}) => item === "Food > Coffee");
        expect(coffee.every(({base_share}) => base_share === 2 / 3)).toBe(true);

        const levers = await publishedRows<LeverRow>(warehouse, "levers");
        const found = (value: string) => levers.find((row) => row.value === value)!;
        expect(found("all")).toMatchObject({
          customers: 3,
          orders: 4,
          gross_basket_value: 17.5,
          basket_value: 16.25,
          items_per_basket: 1.75,
          frequency: 4 / 3,
          return_rate_orders: 1 / 4,
          return_rate_units: 1 / 7,
          return_rate_value: 5 / 70,
        });
        expect(found("Food > Coffee")).toMatchObject({
          customers: 2,
          orders: 3,
          gross_basket_value: 50 / 3,
          basket_value: 15,
          items_per_basket: 5 / 3,
          return_rate_orders: 1 / 3,
          return_rate_units: 1 / 5,
          return_rate_value: 0.1,
          frequency_target: null,
        });
        const segments = levers.filter(({dimension}) => dimension === "segment");
        expect(
          segments.map(({frequency_target, frequency_target_from}) => [frequency_target, frequency_target_from]),
        ).toEqual(segments.map(() => [3, "shop"]));
      },
      {...exact, productLife: {overrides: {coffee: 30}}, levers: {targets: {frequency: 3}}},
    ));

  test("a life of a name that nothing has stops the run, and names it", () =>
    withFiles(
      files,
      sources,
      async (warehouse) => {
        await expect(warehouse.publishedFile("product-life")).rejects.toThrow(
          'productLife.overrides: no product or category is called "cofee"',
        );
      },
      {...exact, productLife: {overrides: {cofee: 30}}},
    ));
});

test("an offer is what buyers of the same bought, and the customer did not within the window", () => {
  const day = "2025-12-20";
  const line = (customer: string, product: string, on = day) =>
    `${customer}${product},1,${customer},${on},${product},1,5`;
  const lines = [
    ...Array.from({length: 60}, (_, i) => [line(`both${i}`, "A"), line(`both${i}`, "B")]).flat(),
    ...Array.from({length: 20}, (_, i) => line(`half${i}`, "A")),
    ...Array.from({length: 20}, (_, i) => line(`other${i}`, "C")),
    line("once", "A", "2024-06-01"),
    line("once", "C"),
  ];
  const offers = (minCustomers: number) =>
    withFiles(
      {"lines.csv": `${header}${lines.join("\n")}\n`},
      {order_lines: csv({path: "lines.csv"})},
      async (warehouse) =>
        (await publishedRows<CrossSellRow>(warehouse, "cross-sell")).map((row) => [
          row.segment,
          row.level,
          `${row.antecedent}>${row.item}`,
          row.customers,
          row.confidence,
        ]),
      {...exact, privacy: {minCustomers}},
    );
  return offers(20).then(async (rows) => {
    // Of 81 who ever bought A, 60 bought B.
    expect(rows).toEqual([["new_customers", "product", "A>B", 20, expect.closeTo(60 / 81, 6)]]);
    expect(await offers(21)).toEqual([]);
  });
});

test(
  "in the demo two categories have a rhythm, and everybody is counted once",
  () =>
    inTemporaryFolder(async (folder) => {
      const entities = ["customers", "orders", "order_lines", "products", "returns", "cancellations"];
      const config = defineConfig({
        name: "Demo",
        sources: demo({customers: 1500, entities}),
        privacy: {minCustomers: 1},
      });
      await withWarehouse(
        {loaded: {config, file: join(folder, "x.ts"), folder}, privateFolder: join(folder, "private")},
        async (warehouse) => {
          const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
            rows.reduce((total, row) => total + of(row), 0);
          const count = (sql: string) => warehouse.query<Record<string, string | number>>(sql);

          const lives = await publishedRows<ProductLifeRow>(warehouse, "product-life");
          const known = lives.filter(({life_days}) => life_days !== null);
          const planted = [plantedTruths.perfume.category, plantedTruths.insurance.category];
          for (const {item, on_time_share} of known.filter(({level}) => level === "category"))
            expect(on_time_share! > 0.5, item).toBe(planted.some((category) => item.endsWith(` > ${category}`)));
          for (const row of known)
            expect(
              row.long_overdue! + row.overdue! + row.due! + row.next_30! + row.next_60! + row.next_90! + row.later!,
            ).toBe(row.customers);
          const due = await count(
            `SELECT i.level, i.item, CAST(count(*) FILTER (WHERE state = 'due') AS INTEGER) AS due,
              CAST(count(*) FILTER (WHERE state = 'overdue') AS INTEGER) AS overdue, CAST(count(*) FILTER (WHERE state = 'soon') AS INTEGER) AS soon
            FROM customers_due d JOIN basket_items i ON i.level = d.level AND i.item_no = d.item_no GROUP BY 1, 2 ORDER BY 1, 2`,
          );
          expect(due).toEqual(
            known.map((row) => ({
              level: row.level,
              item: row.item,
              due: row.due,
              overdue: row.overdue! + row.long_overdue!,
              soon: row.next_30,
            })),
          );

          const affinity = await publishedRows<CategoryAffinityRow>(warehouse, "category-affinity");
          const buyers = new Map(affinity.map((row) => [row.segment, row.state_buyers]));
          const all = sum([...buyers.values()], (n) => n);
          for (const item of new Set(affinity.map((row) => row.item)))
            expect(
              sum(
                affinity.filter((row) => row.item === item),
                (row) => (row.affinity * row.state_buyers) / all,
              ),
              item,
            ).toBeCloseTo(1, 9);

          const levers = await publishedRows<LeverRow>(warehouse, "levers");
          const segments = levers.filter(({dimension}) => dimension === "segment");
          const total = levers.find(({dimension}) => dimension === "all")!;
          expect([sum(segments, (row) => row.customers), sum(segments, (row) => row.orders)]).toEqual([
            total.customers,
            total.orders,
          ]);
          const sizes = (await publishedRows<SegmentSizeRow & {month: string}>(warehouse, "segment-sizes")).filter(
            ({month}) => month === "2026-10-01",
          );
          for (const row of segments) {
            const size = sizes.find(({segment}) => segment === row.value)!;
            expect([row.customers, row.orders]).toEqual([size.customers, size.order_count_window]);
            expect(row.basket_value!).toBeCloseTo(size.net_revenue_window! / size.order_count_window!, 6);
          }
          for (const row of levers) expect(row.return_rate_orders).toBeLessThan(0.5);

          const offers = await publishedRows<CrossSellRow>(warehouse, "cross-sell");
          expect(offers.length).toBeGreaterThan(0);
          for (const {segment, customers} of offers)
            expect(customers).toBeLessThanOrEqual(sizes.find((size) => size.segment === segment)!.customers);
          const candidates = await count(
            `SELECT c.segment, i.item, CAST(count(*) AS INTEGER) AS customers, sum(c.confidence) AS expected
            FROM cross_sell_candidates c JOIN basket_items i ON i.level = c.level AND i.item_no = c.item_no GROUP BY 1, 2`,
          );
          for (const offer of offers)
            expect(candidates).toContainEqual({
              segment: offer.segment,
              item: offer.item,
              customers: offer.customers,
              expected: expect.closeTo(offer.expected_buyers, 6),
            });
          const [wrong] = await count(
            `SELECT CAST(count(*) AS INTEGER) AS n FROM cross_sell_candidates c
            JOIN basket_lines l ON l.person_no = c.person_no AND l.ordered_on >= DATE '2025-11-01'
            JOIN basket_products p ON p.product_no = l.product_no AND p.subcategory_no = c.item_no`,
          );
          expect(wrong).toEqual({n: 0});
          const [repeated] = await count(
            "SELECT CAST(count(*) - count(DISTINCT (person_no, item_no)) AS INTEGER) AS n FROM cross_sell_candidates",
          );
          expect(repeated).toEqual({n: 0});
        },
      );
    }),
  60_000,
);
