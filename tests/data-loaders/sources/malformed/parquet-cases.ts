import {readFileSync, writeFileSync} from "node:fs";
import {quoteText} from "../../../../data-loaders/engine/sql-text.ts";
import type {MalformedCase} from "./malformed-case.ts";

type Make = NonNullable<MalformedCase["make"]>;

const make =
  (select: string, damage = (bytes: Buffer) => bytes): Make =>
  async (path, engine) => {
    await engine.run(`COPY (${select}) TO ${quoteText(path)} (FORMAT parquet)`);
    writeFileSync(path, damage(readFileSync(path)));
  };
const many = "SELECT CAST(i AS VARCHAR) AS order_id, hash(i) % 1000 AS amount FROM range(30000) t (i)";
const one = (columns: string) => make(`SELECT '1' AS order_id, 2 AS amount, ${columns}`);
const amounts = (...values: string[]) =>
  make(values.map((value, i) => `SELECT '${i + 1}' AS order_id, ${value} AS amount`).join(" UNION ALL "));

export const parquetCases: MalformedCase[] = [
  {
    name: "Parquet: a file that is cut off",
    make: make(many, (bytes) => bytes.subarray(0, bytes.length >> 1)),
    says: ["orders.parquet: not a Parquet file"],
  },
  {
    name: "Parquet: a file without its last byte",
    make: make(many, (bytes) => bytes.subarray(0, -1)),
    says: ["orders.parquet: not a Parquet file"],
  },
  {
    name: "Parquet: a file whose first half is lost",
    make: make(many, (bytes) => bytes.subarray(bytes.length >> 1)),
    says: ["orders.parquet: "],
  },
  {
    name: "Parquet: a file that is damaged in its pages",
    make: make(many, (bytes) => bytes.fill(255, 50, 9000)),
    says: ["orders.parquet: "],
  },
  {
    name: "Parquet: a file whose footer is damaged",
    make: make(many, (bytes) => bytes.fill(255, bytes.length - 250, bytes.length - 150)),
    says: ["orders.parquet: not a Parquet file"],
  },
  {name: "Parquet: nothing", content: "", says: ["orders.parquet: the file is empty"]},
  {
    name: "Parquet: text that is called so",
    content: "order_id,amount\n1,2\n",
    says: ["orders.parquet: not a Parquet file"],
  },
  {
    name: "Parquet: no rows",
    make: make("SELECT '1' AS order_id, 2 AS amount WHERE false"),
    says: ["orders.parquet: no rows below the header"],
  },
  {
    name: "Parquet: a missing column",
    make: make("SELECT 1 AS order_id"),
    says: ['orders.parquet: missing column "amount" for order_lines; the file has order_id'],
  },
  {
    name: "Parquet: amounts as texts, one of them none",
    make: amounts("'1.5'", "'1,5'", "''", "NULL"),
    records: 4,
    accepted: [{amount: "1.5000"}],
    rejected: [
      'orders.parquet:2: amount: invalid amount: "1,5"',
      "orders.parquet:3: amount: missing value",
      "orders.parquet:4: amount: missing value",
    ],
  },
  {
    name: "Parquet: amounts that are no numbers",
    make: amounts(
      "CAST(1.5 AS DOUBLE)",
      "CAST('NaN' AS DOUBLE)",
      "CAST('Infinity' AS DOUBLE)",
      "CAST(1e300 AS DOUBLE)",
    ),
    records: 4,
    accepted: [{amount: "1.5000"}],
    rejected: [
      /^orders\.parquet:2: amount: invalid amount/,
      /^orders\.parquet:3: amount: invalid amount/,
      /^orders\.parquet:4: amount: invalid amount/,
    ],
  },
  {
    name: "Parquet: amounts of more digits than money has",
    make: amounts("CAST(1 AS DECIMAL(38, 2))", "CAST(1e30 AS DECIMAL(38, 2))"),
    records: 2,
    accepted: [{amount: "1.0000"}],
    rejected: [/^orders\.parquet:2: amount: invalid amount/],
  },
  {
    name: "Parquet: a list in place of an amount",
    make: make("SELECT '1' AS order_id, [1, 2] AS amount"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: amount: invalid amount: "\[1, 2\]"/],
  },
  {
    name: "Parquet: a struct in place of an amount",
    make: make("SELECT '1' AS order_id, {'net': 2} AS amount"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: amount: invalid amount/],
  },
  {
    name: "Parquet: bytes in place of an amount",
    make: make("SELECT '1' AS order_id, CAST('x' AS BLOB) AS amount"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: amount: invalid amount/],
  },
  {
    name: "Parquet: a day in place of an amount",
    make: make("SELECT '1' AS order_id, DATE '2024-01-31' AS amount"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: amount: invalid amount: "2024-01-31"/],
  },
  {
    name: "Parquet: quantities with fractions",
    make: one("1.5 AS quantity"),
    records: 1,
    accepted: 0,
    rejected: ['orders.parquet:1: quantity: invalid whole number: "1.5"'],
  },
  {
    name: "Parquet: a number in place of a time",
    make: one("20240131 AS ordered_at"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: ordered_at: invalid time/],
  },
  {
    name: "Parquet: an infinite time",
    make: one("TIMESTAMP 'infinity' AS ordered_at"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: ordered_at: /],
  },
  {
    name: "Parquet: a time beyond belief",
    make: one("TIMESTAMP '9999-12-31' AS ordered_at"),
    records: 1,
    accepted: 0,
    rejected: [/^orders\.parquet:1: ordered_at: time out of range/],
  },
  {
    name: "Parquet: a time with its zone",
    make: one("TIMESTAMPTZ '2024-12-31 22:30:00Z' AS ordered_at"),
    records: 1,
    accepted: [{ordered_at: "2025-01-01 01:30:00"}],
    rejected: [],
  },
  {
    name: "Parquet: order numbers that are missing",
    make: make("SELECT CAST(NULL AS VARCHAR) AS order_id, 2 AS amount UNION ALL SELECT '1', 2"),
    records: 2,
    accepted: 1,
    rejected: ["orders.parquet:1: order_id: missing value"],
  },
];
