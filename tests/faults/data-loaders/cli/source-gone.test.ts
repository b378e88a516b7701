import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  configText,
  type Ended,
  hashFolder,
  listLeftovers,
  makeShop,
  type Shop,
  startCommand,
} from "../../../data-loaders/cli/run-command.ts";
import {findPostgres, type PostgresServer, startPostgres} from "../../../data-loaders/sources/postgres-server.ts";

const root = mkdtempSync(join(tmpdir(), "mudavim-cli-"));
afterAll(() => rmSync(root, {recursive: true, force: true}));

/** One line that says why, no output, and nothing in the store that a table could be read from. */
function expectNothing({code, output}: Ended, shop: Shop, message: RegExp): void {
  expect(code, output).toBe(1);
  expect(output.trimEnd().split("\n")).toEqual([expect.stringMatching(message)]);
  expect(output).not.toContain("geheim");
  expect(existsSync(shop.out)).toBe(false);
  expect(readdirSync(shop.folder).sort()).toEqual(["private", "shop.config.ts"]);
  const stored = readdirSync(shop.private, {recursive: true, encoding: "utf8"});
  // Pages that came wait apart, under names that no reader looks for; no table is there, not even in part.
  const isRead = (name: string) =>
    /^warehouse\/tables\/.*\.|^rejects\/|extracts\/[^.]+\.(csv|json)$|\.part$/.test(name);
  expect(stored.filter(isRead)).toEqual([]);
  expect(listLeftovers(shop.folder)).toEqual([]);
}

async function expectGood(shop: Shop): Promise<Record<string, string>> {
  const {code, output} = await shop.run();
  expect(code, output).toBe(0);
  return hashFolder(shop.out);
}

const programs = findPostgres();
describe.skipIf(!programs)("a database that goes away while it is read", () => {
  const table = `CREATE TABLE lines AS SELECT 'O' || i AS order_id, 'C' || i % 900 AS customer_id,
    TIMESTAMP '2024-01-01 10:00' + i % 150 * INTERVAL '1 day' AS ordered_at, 10 + i % 90 AS amount, repeat('x', 5000) AS note
    FROM generate_series(1, 6000) i ORDER BY i`;
  const config = configText({
    sources: {
      order_lines: {
        kind: "postgres",
        connection: "MUDAVIM_TEST_PG_E2E",
        query: "SELECT * FROM lines ORDER BY order_id",
      },
    },
  });
  let server: PostgresServer;
  const start = async () => {
    server = await startPostgres(programs!);
    server.run(table);
    process.env.MUDAVIM_TEST_PG_E2E = server.url.replace("//shop", "//shop:geheim");
  };
  beforeAll(start, 60_000);
  afterAll(() => server?.close());

  it("stops the run with one line, leaves nothing, and the next run makes the same bytes", {
    timeout: 120_000,
  }, async () => {
    const good = await expectGood(makeShop(join(root, "good-database"), {"shop.config.ts": config}));
    const shop = makeShop(join(root, "database"), {"shop.config.ts": config});
    const {child, ended} = startCommand(...shop.args);
    const extracts = join(shop.private, "generated/extracts");
    while (!existsSync(extracts) || !readdirSync(extracts).some((name) => name.endsWith(".part"))) {
      if (child.exitCode !== null) expect.fail(`ended before its server could: ${(await ended).output}`);
      await delay(1);
    }
    server.kill();
    expectNothing(await ended, shop, /^the query of sources\.order_lines: the connection was lost after \d+ rows \(/);
    await server.close();
    expectNothing(
      await shop.run(),
      shop,
      /^the query of sources\.order_lines: no connection to the database that MUDAVIM_TEST_PG_E2E names/,
    );
    await start();
    expect(await expectGood(shop)).toEqual(good);
    // A shop that has an output keeps it.
    await server.close();
    expect(await shop.run()).toMatchObject({code: 1, output: expect.stringContaining("no connection to the database")});
    expect(hashFolder(shop.out)).toEqual(good);
    expect(listLeftovers(shop.folder)).toEqual([]);
  });
});

describe("an interface that fails for good while it is read", () => {
  let server: Server;
  let isDown = false;
  let asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      const page = Number(new URL(request.url!, "http://shop").searchParams.get("page") ?? 1);
      if (isDown && page === 3) response.writeHead(500).end("out of memory");
      else response.end(JSON.stringify(page > 4 ? [] : Array.from({length: 30}, (_, i) => order(30 * page + i))));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const order = (i: number) => ({
    order_id: `O${i}`,
    customer_id: `C${i % 9}`,
    ordered_at: `2024-0${1 + (i % 5)}-1${i % 9}T10:00:00Z`,
    amount: 10 + i / 4,
  });

  it("stops the run with one line, leaves nothing, and the next run makes the same bytes", {
    timeout: 120_000,
  }, async () => {
    const {port} = server.address() as AddressInfo;
    const columns = {order_id: "text", customer_id: "text", ordered_at: "timestamp", amount: "decimal"};
    const patience = {attempts: 3, waitSeconds: 0.01};
    const url = `http://127.0.0.1:${port}/orders?key=geheim`;
    const source = {kind: "api", url, columns, paging: {parameter: "page"}, ...patience};
    const config = configText({sources: {order_lines: source}});
    const good = await expectGood(makeShop(join(root, "good-api"), {"shop.config.ts": config}));
    const shop = makeShop(join(root, "api"), {"shop.config.ts": config});
    isDown = true;
    const message = /^http:\/\/127\.0\.0\.1:\d+\/orders: status 500: "out of memory"; given up after 3 attempts\n?$/;
    expectNothing(await shop.run(), shop, message);
    isDown = false;
    asked = [];
    expect(await expectGood(shop)).toEqual(good);
    expect(asked.map((address) => /page=(\d)/.exec(address)?.[1])).toEqual(["3", "4", "5"]);
    isDown = true;
    expect(await shop.run()).toMatchObject({code: 1, output: expect.stringMatching(message)});
    expect(hashFolder(shop.out)).toEqual(good);
    expect(listLeftovers(shop.folder)).toEqual([]);
  });
});
