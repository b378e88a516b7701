import {readdirSync} from "node:fs";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import type {LoadedConfig} from "../../../data-loaders/config/load-config.ts";
import type {ApiSource} from "../../../data-loaders/config/source-schema.ts";
import {api} from "../../../data-loaders/sources/api.ts";
import {locateFiles} from "../../../data-loaders/warehouse/source-files.ts";
import {useSources} from "./read-source.ts";

const {folder, read} = useSources();
const loaded = {folder} as LoadedConfig;

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** What goes wrong with the next requests, in order; then nothing does. */
let faults: Answer[] = [];
let asked: string[] = [];
let server: Server;
let origin: string;
let runs = 0;

const order = (id: number) => ({id, total: `${id}.50`, customer: {id: `c${id}`}});
const send = (response: ServerResponse, body: unknown) => response.end(JSON.stringify(body));

/** Five orders, two a page, by each kind of paging. */
const routes: Record<string, Answer> = {
  "/next": (_, response, url) => {
    const page = Number(url.searchParams.get("p") ?? 1);
    send(response, {data: {orders: pageOf(page)}, links: {next: page < 3 ? `/next?p=${page + 1}` : null}});
  },
  "/cursor": (_, response, url) => {
    const after = Number(url.searchParams.get("after") ?? 0);
    const list = [1, 2, 3, 4, 5].filter((id) => id > after).slice(0, 2);
    send(response, {data: {orders: list.map(order)}, end: list.at(-1) === 5 ? null : list.at(-1)});
  },
  "/number": (_, response, url) => send(response, pageOf(Number(url.searchParams.get("page") ?? 1))),
  "/key": (request, response) => {
    response.statusCode = request.headers["x-key"] === "secret" ? 200 : 401;
    send(response, [order(1)]);
  },
};
const pageOf = (page: number) => [1, 2, 3, 4, 5].slice(2 * page - 2, 2 * page).map(order);

const fault: Record<string, Answer> = {
  dropped: (request) => request.socket.destroy(),
  "cut off": (_, response) => {
    response.writeHead(200, {"content-length": 1000});
    response.write('{"data":', () => response.destroy());
  },
  delayed: () => undefined,
  garbled: (_, response) => response.end('{"data":{"orders":[{"id":1,'),
  "an error page": (_, response) => response.end("<html>Sorry</html>"),
  unavailable: (_, response) => response.writeHead(503).end("later"),
  "too busy": (_, response) => response.writeHead(429, {"retry-after": "0"}).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url!, "http://x");
    asked.push(request.url!);
    const answer = faults.shift() ?? routes[url.pathname];
    if (answer) answer(request, response, url);
    else response.writeHead(404).end("no such thing");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.MUDAVIM_TEST_KEY = "secret";
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  faults = [];
  asked = [];
});

const next: Partial<ApiSource> = {items: "data.orders", paging: {next: "links.next"}};

async function readApi(path: string, options: Partial<ApiSource>, generated = join(folder, `run-${runs++}`)) {
  const source = {
    ...api({url: origin + path, columns: {id: "text", total: "text", "customer.id": "text"}}),
    headers: {},
    decimalSeparator: ".",
    timeoutSeconds: 0.3,
    attempts: 3,
    waitSeconds: 0.01,
    map: {order_id: "id", amount: "total", customer_id: "customer.id"},
    ...options,
  } as ApiSource;
  const [file] = await locateFiles("order_lines", source, loaded, generated);
  return read("order_lines", source, file!.path);
}

const five = {
  records: 5,
  accepted: [1, 2, 3, 4, 5].map((id) => ({order_id: `${id}`, amount: `${id}.5000`, customer_id: `c${id}`})),
  rejected: [],
};

describe("an interface over HTTP", () => {
  it.each<[string, string, Partial<ApiSource>, number]>([
    ["addresses", "/next", next, 3],
    ["cursors", "/cursor?limit=2", {items: "data.orders", paging: {cursor: "end", parameter: "after"}}, 3],
    ["numbers", "/number", {paging: {parameter: "page"}}, 4],
  ])("is read page by page, by %s", async (_, path, options, requests) => {
    expect(await readApi(path, options)).toMatchObject(five);
    expect(asked).toHaveLength(requests);
  });

  it("is sent the headers whose values the environment holds", async () => {
    expect(await readApi("/key", {headers: {"x-key": "MUDAVIM_TEST_KEY"}})).toMatchObject({records: 1});
  });

  it.each(Object.keys(fault))("is asked again for a page that is %s", async (name) => {
    faults = [routes["/next"]!, fault[name]!, fault[name]!];
    expect(await readApi("/next", next)).toMatchObject(five);
    expect(asked).toEqual(["/next", "/next?p=2", "/next?p=2", "/next?p=2", "/next?p=3"]);
  });

  it.each<[string, string]>([
    ["dropped", "no answer (other side closed); given up after 3 attempts"],
    ["cut off", "no answer ("],
    ["delayed", "no answer within 0.3 seconds; given up after 3 attempts"],
    ["garbled", 'not JSON: "{\\"data\\":{\\"orders\\":[{\\"id\\":1,"; given up after 3 attempts'],
    ["an error page", 'not JSON: "<html>Sorry</html>"; given up after 3 attempts'],
    ["unavailable", 'status 503: "later"; given up after 3 attempts'],
    ["too busy", "status 429; given up after 3 attempts"],
  ])(
    "that is %s for good is given up, leaves nothing half read, and goes on there next time",
    async (name, message) => {
      const generated = join(folder, `run-${runs++}`);
      faults = [routes["/next"]!, ...Array(3).fill(fault[name])];
      const reading = readApi("/next", next, generated);
      await expect(reading).rejects.toThrow(`${origin}/next: ${message}`);
      await expect(reading).rejects.toHaveProperty("name", "UserError");
      expect(readdirSync(join(generated, "extracts"))).not.toContain("order_lines.json");
      asked = [];
      expect(await readApi("/next", next, generated)).toMatchObject(five);
      expect(asked).toEqual(["/next?p=2", "/next?p=3"]);
      expect(readdirSync(join(generated, "extracts"))).toEqual(["order_lines.json"]);
    },
  );
});
