import {expect, test} from "vitest";
import {csv} from "../../../data-loaders/sources/csv.ts";
import {withFiles} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";

const products = "product_id,category\nbowl,Kitchen\npan,Kitchen\nlamp,Light\nrug,Floor\nloose,\n";

const sources = {
  order_lines: csv({path: "lines.csv"}),
  products: csv({path: "products.csv"}),
  returns: csv({path: "returns.csv"}),
  cancellations: csv({path: "cancellations.csv"}),
};

interface Line {
  customer: string;
  at: string;
  product: string;
  amount?: number;
  flags?: string;
}

/** Files of orders of one line each, `o1`, `o2` …; a flag is the name of a column that is true. */
function writeFiles(lines: readonly Line[], {returns = "", cancellations = ""} = {}) {
  const rows = lines.map(({customer, at, product, amount = 10, flags = ""}, i) =>
    [
      `o${i + 1}`,
      1,
      customer,
      at,
      product,
      amount,
      flags === "is_cancelled",
      flags === "is_return",
      flags === "is_fee",
    ].join(),
  );
  return {
    "lines.csv": `order_id,line_no,customer_id,ordered_at,product_id,amount,is_cancelled,is_return,is_fee\n${rows.join("\n")}\n`,
    "products.csv": products,
    "returns.csv": `order_id,returned_at,amount\n${returns}`,
    "cancellations.csv": `order_id,line_no\n${cancellations}`,
  };
}

/** `2025-01 Kitchen`, from which month which category is the favourite. */
function favouritesOf(files: ReturnType<typeof writeFiles>): Promise<string[]> {
  return withFiles(files, sources, async (warehouse) => {
    const rows = await warehouse.query<{row: string}>(
      `SELECT concat_ws(' ', p.customer_id, strftime(f.month, '%Y-%m'), f.category, strftime(f.next_month, '%Y-%m')) AS row
       FROM favourite_categories f JOIN persons p ON p.person_no = f.person_no ORDER BY p.customer_id, f.month`,
    );
    return rows.map(({row}) => row);
  });
}

test("the category with the most lines to date, from the month in which it gets there", async () => {
  const files = writeFiles([
    {customer: "ada", at: "2025-01-05", product: "bowl"},
    {customer: "ada", at: "2025-02-05", product: "lamp"},
    {customer: "ada", at: "2025-03-05", product: "pan"},
    {customer: "ada", at: "2025-04-05", product: "rug"},
    {customer: "bob", at: "2025-02-05", product: "rug"},
    {customer: "bob", at: "2025-02-06", product: "lamp"},
  ]);
  // One lamp draws level in February, and got there last; a pan makes two of the kitchen. Bob's two are of one month.
  expect(await favouritesOf(files)).toEqual([
    "ada 2025-01 Kitchen 2025-02",
    "ada 2025-02 Light 2025-03",
    "ada 2025-03 Kitchen",
    "bob 2025-02 Light",
  ]);
});

test("lines that are cancelled, returned, free, fees or of no category do not count; a later return does not un-count", async () => {
  const files = writeFiles(
    [
      {customer: "ada", at: "2025-01-05", product: "bowl"},
      {customer: "ada", at: "2025-02-01", product: "lamp", flags: "is_cancelled"},
      {customer: "ada", at: "2025-02-02", product: "lamp", flags: "is_return", amount: -10},
      {customer: "ada", at: "2025-02-03", product: "lamp", flags: "is_fee"},
      {customer: "ada", at: "2025-02-04", product: "lamp", amount: 0},
      {customer: "ada", at: "2025-02-05", product: "loose"},
      {customer: "ada", at: "2025-02-06", product: "nowhere"},
      {customer: "ada", at: "2025-02-07", product: "lamp"},
      {customer: "ada", at: "2025-02-08", product: "lamp"},
    ],
    {returns: "o1,2025-02-20,10\n", cancellations: "o8,1\no9,\n"},
  );
  expect(await favouritesOf(files)).toEqual(["ada 2025-01 Kitchen"]);
});

test("flows and states are cut by it, at the later snapshot", () => {
  const buyers = Array.from({length: 4}, (_, i) => `c${i}`);
  const files = writeFiles([
    ...buyers.map((customer) => ({customer, at: "2025-01-05", product: "bowl"})),
    ...buyers.slice(0, 2).map((customer) => ({customer, at: "2025-02-20", product: "lamp"})),
    {customer: "late", at: "2025-02-25", product: "lamp"},
  ]);
  return withFiles(
    files,
    sources,
    async (warehouse) => {
      const rows = await publishedRows<Record<string, unknown>>(warehouse, "flow-cube");
      const own = rows.filter((row) => row.dimension === "favourite_category" && row.to_segment !== null);
      expect(
        own.map(
          (row) =>
            `${row.month} ${row.value} ${row.from_segment} ${row.to_segment} ${row.customers} ${row.revenue_at_stake}`,
        ),
      ).toEqual([
        "2025-02-01 Kitchen new_customers promising 2 20",
        "2025-02-01 Light new_customers champions 2 20",
        "2025-02-01 Light unknown new_customers 1 0",
      ]);
      const cube = await publishedRows<Record<string, unknown>>(warehouse, "customer-cube");
      expect(
        cube
          .filter((row) => row.dimension === "favourite_category" && row.segment === null)
          .map((row) => `${row.month} ${row.value} ${row.customers}`),
      ).toEqual(["2025-01-01 Kitchen 4", "2025-02-01 Kitchen 2", "2025-02-01 Light 3"]);
    },
    {privacy: {minCustomers: 1}},
  );
});
