import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {defineConfig} from "../../../../data-loaders/config/define-config.ts";
import type {SourceInput} from "../../../../data-loaders/config/source-schema.ts";
import {fromPreset} from "../../../../data-loaders/sources/from-preset.ts";
import {findPostgres, type PostgresServer, startPostgres} from "../postgres-server.ts";
import {useSources} from "../read-source.ts";
import {configCases} from "./config-cases.ts";
import {csvCases, tsvCases} from "./csv-cases.ts";
import {type Answer, httpCases} from "./http-cases.ts";
import {jsonCases, jsonLinesCases} from "./json-cases.ts";
import type {MalformedCase} from "./malformed-case.ts";
import {parquetCases} from "./parquet-cases.ts";
import {postgresCases, postgresTables} from "./postgres-cases.ts";
import {presetCases} from "./preset-cases.ts";
import {runCase} from "./run-case.ts";
import {xlsxCases} from "./xlsx-cases.ts";

const {folder, engine} = useSources();
const columns = {order_id: "text", amount: "text"} as const;

const fileCases: [string, SourceInput, readonly MalformedCase[]][] = [
  ["CSV", {kind: "csv", path: "orders.csv"}, [...csvCases, ...tsvCases]],
  ["JSON", {kind: "json", path: "orders.json", columns}, [...jsonCases, ...jsonLinesCases]],
  ["Parquet", {kind: "parquet", path: "orders.parquet"}, parquetCases],
  ["Excel", {kind: "xlsx", path: "orders.xlsx"}, xlsxCases],
];

describe.each(fileCases)("%s", (_, plain, cases) => {
  it.each(cases)("$name", (test) => runCase(test, plain, folder, engine()));
});

describe("a known export", () => {
  it.each(presetCases)("$name", (test) =>
    runCase(test, fromPreset(test.preset, {folder: ""})[test.entity]!, folder, engine()),
  );
});

describe("a configuration with", () => {
  it.each(configCases)("$name", ({sources, says}) => {
    const define = () => defineConfig({name: "Shop", sources: sources as {order_lines: SourceInput}});
    expect(define).toThrow(says);
    expect(define).toThrow(expect.objectContaining({name: "UserError"}));
  });
});

describe("an interface over HTTP", () => {
  let server: Server;
  let [answer, asked]: [Answer | undefined, number] = [undefined, 0];
  beforeAll(async () => {
    process.env.MUDAVIM_TEST_KEY = "secret";
    server = createServer((request, response) =>
      answer!(response, new URL(request.url!, "http://shop"), ++asked, request),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each(httpCases)("$name", async (test) => {
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    [answer, asked] = [test.answer, 0];
    const plain = {kind: "api", url: `http://${host}/orders`, columns, attempts: 2, waitSeconds: 0.001} as const;
    await runCase(test, {...plain, timeoutSeconds: 10}, folder, engine(), host);
    expect(asked).toBe(test.asks);
  });
});

const programs = findPostgres();
describe.skipIf(!programs)("a database", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs!);
    server.run(postgresTables);
    const {url} = server;
    Object.assign(process.env, {
      MUDAVIM_TEST_PG: url,
      MUDAVIM_TEST_PG_VISITOR: url.replace("//shop", "//visitor:geheim"),
      MUDAVIM_TEST_PG_NOBODY: url.replace("//shop", "//nobody:geheim"),
      MUDAVIM_TEST_PG_DATABASE: url.replace("//shop", "//shop:geheim").replace("/postgres?", "/none?"),
      MUDAVIM_TEST_PG_GONE: "postgres://shop:geheim@localhost/postgres?host=/tmp/nowhere",
      MUDAVIM_TEST_PG_CLOSED: "postgres://shop:geheim@127.0.0.1:1/postgres",
      MUDAVIM_TEST_PG_GARBLED: "postgres://shop:geheim@ho st:port/x",
    });
  }, 60_000);
  afterAll(() => server?.close());

  it.each(postgresCases)("$name", (test) =>
    runCase(test, {kind: "postgres", connection: "MUDAVIM_TEST_PG", timeoutSeconds: 1}, folder, engine()),
  );
  it("has lost nothing by what was asked of it", () => {
    expect(server.run("SELECT count(*) FROM orders")).toBe("3");
  });
});

it("the cases are many, of every adapter, and each has a name of its own", () => {
  const least = {
    CSV: 100,
    TSV: 5,
    JSON: 45,
    "JSON lines": 10,
    Parquet: 20,
    Excel: 30,
    PostgreSQL: 20,
    HTTP: 40,
    presets: 9,
    configuration: 20,
  };
  const cases: Record<keyof typeof least, readonly {name: string}[]> = {
    CSV: csvCases,
    TSV: tsvCases,
    JSON: jsonCases,
    "JSON lines": jsonLinesCases,
    Parquet: parquetCases,
    Excel: xlsxCases,
    PostgreSQL: postgresCases,
    HTTP: httpCases,
    presets: presetCases,
    configuration: configCases,
  };
  for (const [adapter, count] of Object.entries(least))
    expect(cases[adapter as keyof typeof least].length, adapter).toBeGreaterThanOrEqual(count);
  const names = Object.values(cases).flatMap((list) => list.map(({name}) => name));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(300);
});
