import type {MalformedCase} from "./malformed-case.ts";

/** What the cases ask for. */
export const postgresTables = `
  CREATE TABLE orders AS SELECT i::text AS order_id, i AS amount FROM generate_series(1, 3) i;
  CREATE TABLE mixed (order_id text, amount text, ordered_at timestamptz, quantity numeric, is_return boolean);
  INSERT INTO mixed VALUES ('1', '12.50', '2024-01-31 22:30:00Z', 2, false), ('2', 'twelve', NULL, 1, true), (NULL, '1', NULL, 1, true), ('4', '1', 'infinity', 1, NULL), ('5', '1', NULL, 1.5, NULL), ('6', '1', '0044-03-15 BC', 1, NULL);
  CREATE TABLE hard AS SELECT E'a,"b"\\n\\r\\n\\tİ' AS order_id, 1 AS amount, ' ' AS city;
  CREATE TABLE nothing (order_id text, amount numeric);
  CREATE VIEW failing AS SELECT i::text AS order_id, 1 / (7 - i) AS amount FROM generate_series(1, 9) i;
  CREATE SEQUENCE s;
  CREATE ROLE visitor LOGIN;`;

const ask = (name: string, query: string, outcome: string | RegExp): MalformedCase => ({
  name: `PostgreSQL: ${name}`,
  source: {query},
  says: [outcome],
});
const of = (name: string, table: string, outcome: string | RegExp, connection = "MUDAVIM_TEST_PG"): MalformedCase => ({
  name: `PostgreSQL: ${name}`,
  source: {table, connection},
  says: [outcome],
  hides: "geheim",
});

/** A database, whose connections the environment names. */
export const postgresCases: MalformedCase[] = [
  of("a table that is not there", "gone", 'gone: the database refuses: relation "gone" does not exist'),
  of("a schema that is not there", "shop.gone", 'shop.gone: the database refuses: relation "shop.gone" does not exist'),
  of(
    "a table that may not be read",
    "orders",
    "orders: the database refuses: permission denied for table orders",
    "MUDAVIM_TEST_PG_VISITOR",
  ),
  of(
    "a variable that is not set",
    "orders",
    "sources.order_lines.connection: the environment variable MUDAVIM_NOT_SET is not set",
    "MUDAVIM_NOT_SET",
  ),
  of(
    "a server that is not there",
    "orders",
    /^orders: no connection to the database that MUDAVIM_TEST_PG_GONE names/,
    "MUDAVIM_TEST_PG_GONE",
  ),
  of(
    "a server that takes no connections, without the password",
    "orders",
    /^orders: no connection to the database that MUDAVIM_TEST_PG_CLOSED names \(.*ECONNREFUSED/,
    "MUDAVIM_TEST_PG_CLOSED",
  ),
  of(
    "a connection that is no address, without the password",
    "orders",
    /^orders: no connection to the database that MUDAVIM_TEST_PG_GARBLED names/,
    "MUDAVIM_TEST_PG_GARBLED",
  ),
  of(
    "a database that is not there",
    "orders",
    /^orders: no connection .*"none" does not exist/,
    "MUDAVIM_TEST_PG_DATABASE",
  ),
  of(
    "a role that is not there",
    "orders",
    /^orders: no connection .*role "nobody" does not exist/,
    "MUDAVIM_TEST_PG_NOBODY",
  ),
  of("an empty table", "nothing", "nothing: no rows below the header"),
  of("a row that cannot be computed", "failing", "failing: the database refuses: division by zero"),
  ask("no SELECT", "DELETE FROM orders", "the query of sources.order_lines: the database refuses: syntax error"),
  ask("a query that is no SQL", "SELECT FROM WHERE", "the database refuses: syntax error"),
  ask(
    "two statements",
    "SELECT 1) AS x; DELETE FROM orders; SELECT (1",
    "cannot insert multiple commands into a prepared statement",
  ),
  ask(
    "a SELECT that writes",
    "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone",
    /the database refuses: (cannot execute|WITH clause)/,
  ),
  ask(
    "a column that is not there",
    "SELECT order_id, price AS amount FROM orders",
    'the database refuses: column "price" does not exist',
  ),
  ask(
    "a column that is needed",
    "SELECT order_id FROM orders",
    'missing column "amount" for order_lines; the file has order_id',
  ),
  ask(
    "a column given twice",
    "SELECT 1 AS amount, 2 AS amount",
    /column "amount" specified more than once|two columns are named "amount"/,
  ),
  ask("a statement that takes too long", "SELECT pg_sleep(5)", "a statement took more than 1 seconds (timeoutSeconds)"),
  ask(
    "rows that depend on chance",
    "SELECT 1 AS order_id, 1 AS amount FROM generate_series(1, (20000 * random())::integer)",
    /the database counts \d+ rows, but gave \d+/,
  ),
  {
    name: "PostgreSQL: values that are none of their fields'",
    source: {table: "mixed"},
    records: 6,
    accepted: [{order_id: "1", amount: "12.5000", ordered_at: "2024-02-01 01:30:00"}],
    rejected: [
      'mixed:2: amount: invalid amount: "twelve"',
      "mixed:3: order_id: missing value",
      /^mixed:4: ordered_at: /,
      'mixed:5: quantity: invalid whole number: "1.5"',
      /^mixed:6: ordered_at: /,
    ],
  },
  {
    name: "PostgreSQL: values with all that separates others",
    source: {table: "hard"},
    records: 1,
    accepted: [{order_id: 'a,"b"\n\r\n\tİ', city: null}],
    rejected: [],
  },
  {
    name: "PostgreSQL: a type that is declared and does not hold",
    source: {query: "SELECT order_id, amount FROM mixed ORDER BY 1", columns: {order_id: "integer", amount: "decimal"}},
    records: 6,
    accepted: 4,
    rejected: [
      'the query of sources.order_lines:2: amount: invalid amount: "twelve"',
      "the query of sources.order_lines:6: order_id: missing value",
    ],
  },
];
