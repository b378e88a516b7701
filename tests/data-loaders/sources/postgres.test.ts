import {existsSync, mkdirSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {LoadedConfig} from "../../../data-loaders/config/load-config.ts";
import type {PostgresSource} from "../../../data-loaders/config/source-schema.ts";
import {postgres} from "../../../data-loaders/sources/postgres.ts";
import {locateFiles} from "../../../data-loaders/warehouse/source-files.ts";
import {findPostgres, type PostgresServer, startPostgres} from "./postgres-server.ts";
import {useSources} from "./read-source.ts";

const programs = findPostgres();
const {folder, read} = useSources();
const loaded = {folder} as LoadedConfig;
let count = 0;

describe.skipIf(!programs)("PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs!);
    process.env.MUDAVIM_TEST_PG = server.url;
    process.env.MUDAVIM_TEST_PG_GONE = "postgres://shop@localhost/postgres?host=/tmp/nowhere";
    process.env.MUDAVIM_TEST_PG_DATABASE = server.url.replace("/postgres?", "/none?");
    server.run(`
      CREATE SCHEMA shop;
      CREATE TABLE shop."order lines" (order_id text, amount numeric, ordered_at timestamptz, is_return boolean, city text, quantity int);
      INSERT INTO shop."order lines" VALUES ('1', 12.50, '2024-01-31 22:30:00Z', false, E'a,"b"\\nİzmir', 2), ('2', NULL, NULL, NULL, '', NULL), ('3', 'NaN', 'infinity', true, ' x ', 1), (NULL, 1e3, '2024-02-01', true, NULL, 1);
      CREATE TABLE many AS SELECT i AS order_id, i AS amount, repeat('x', 200) AS city FROM generate_series(1, 200000) i;`);
  }, 60_000);
  afterAll(() => server?.close());

  async function readDatabase(options: Partial<PostgresSource>) {
    const source = {
      ...postgres({connection: "MUDAVIM_TEST_PG"}),
      columns: {},
      timeoutSeconds: 60,
      ...options,
    } as PostgresSource;
    const generated = join(folder, `run-${count++}`);
    mkdirSync(generated);
    const [file] = await locateFiles("order_lines", source, loaded, generated).finally(() => {
      for (const name of readdirSync(generated, {recursive: true, encoding: "utf8"}))
        expect(name).not.toMatch(/\.part$/);
    });
    return read("order_lines", source, file!.path);
  }

  it("gives a table, whatever its values hold", async () => {
    const {records, accepted, rejected} = await readDatabase({table: "shop.order lines"});
    expect(records).toBe(4);
    expect(accepted).toEqual([
      {
        order_id: "1",
        amount: "12.5000",
        ordered_at: "2024-02-01 01:30:00",
        is_return: "false",
        city: 'a,"b"\nİzmir',
        quantity: "2",
      },
    ]);
    expect(rejected).toMatchObject([
      {row: 2, field: "amount", rule: "missing value"},
      {row: 3, field: "amount", rule: "invalid amount", value: "NaN"},
      {row: 4, field: "order_id", rule: "missing value"},
    ]);
  });

  it("gives what a query makes, in batches, with maps and reasons", async () => {
    const source = {
      query: "SELECT i AS no, i * 2 AS net FROM generate_series(1, 12000) i ORDER BY i;",
      columns: {net: "decimal", no: "integer"},
      map: {order_id: "no", amount: "net / 2"},
      reject: {even: "no % 2 = 0"},
    } as const;
    const {records, accepted, rejected} = await readDatabase(source);
    expect([records, accepted.length, rejected.length]).toEqual([12_000, 6000, 6000]);
    expect(accepted.at(-1)).toEqual({order_id: "11999", amount: "11999.0000"});
  });

  it("gives no rows, and a column of nothing", async () => {
    expect(await readDatabase({query: "SELECT 'x' AS order_id, 1 AS amount WHERE false"})).toMatchObject({records: 0});
    const source = {query: "SELECT NULL::text AS x FROM generate_series(1, 3)", map: {order_id: "x", amount: "x"}};
    expect(await readDatabase(source)).toMatchObject({records: 3, rejected: [{row: 1}, {row: 2}, {row: 3}]});
  });

  it.each<[string, () => void]>([
    [
      "its connection is ended",
      () => server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mudavim'"),
    ],
    ["the server is killed", () => server.kill()],
  ])("leaves nothing half written where %s during the reading", async (_, end) => {
    const generated = join(folder, `killed-${count++}`);
    const path = join(generated, "extracts");
    const source = {
      ...postgres({connection: "MUDAVIM_TEST_PG", table: "many"}),
      columns: {},
      timeoutSeconds: 60,
    } as PostgresSource;
    const reading = locateFiles("order_lines", source, loaded, generated).catch((error: Error) => error);
    const isWriting = () => existsSync(path) && readdirSync(path).some((name) => statSync(join(path, name)).size > 0);
    while (!isWriting()) await delay(1);
    end();
    const error = await reading;
    expect(error).toMatchObject({
      name: "UserError",
      message: expect.stringMatching(/^many: the connection was lost after \d+ rows \(/),
    });
    expect(readdirSync(path)).toEqual([]);
  });
});
