import type {IncomingMessage, ServerResponse} from "node:http";
import type {MalformedCase} from "./malformed-case.ts";

/** What a server answers to the nth request, counted from 1. */
export type Answer = (response: ServerResponse, url: URL, n: number, request: IncomingMessage) => void;

export type HttpCase = MalformedCase & {
  answer: Answer;
  /** How often it may ask. */
  asks: number;
};

const order = (id: number) => ({order_id: String(id), amount: id});
const send = (response: ServerResponse, body: unknown) => response.end(JSON.stringify(body));
const list = (...ids: number[]) => ids.map(order);
const always =
  (status: number, body = "", headers = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);
/** First what is wrong, then what is right. */
const once =
  (first: Answer): Answer =>
  (response, url, n, request) =>
    n === 1 ? first(response, url, n, request) : send(response, list(1, 2));
const two = {records: 2, accepted: [{order_id: "1"}, {order_id: "2"}], rejected: [], asks: 2};
const pages = {paging: {parameter: "page"}};
const numberOf = (url: URL) => Number(url.searchParams.get("page") ?? 1);

/** Long enough for a busy machine, where an answer comes. */
const impatient = {source: {timeoutSeconds: 0.5}};

const hang: Answer = () => undefined;
const hangWithin: Answer = (response) => void response.writeHead(200).write('[{"order_id":"1"');
const cutOff: Answer = (response) => {
  response.writeHead(200, {"content-length": 1000});
  response.write('[{"order_id":"1",', () => response.destroy());
};
const cutChunk: Answer = (response) => {
  response.writeHead(200, {"transfer-encoding": "chunked"});
  response.write('[{"order_id":"1","amount":1}', () => response.destroy());
};

const passing: HttpCase[] = [
  {name: "HTTP: status 500 once", answer: once(always(500)), ...two},
  {name: "HTTP: status 503 once, with a page", answer: once(always(503, "<html>")), ...two},
  {name: "HTTP: status 429 once, with a time to wait", answer: once(always(429, "", {"retry-after": "0"})), ...two},
  {
    name: "HTTP: status 429 once, with a day to wait for",
    answer: once(always(429, "", {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"})),
    ...two,
  },
  {name: "HTTP: status 408 once", answer: once(always(408)), ...two},
  {name: "HTTP: no answer once", answer: once(hang), ...impatient, ...two},
  {name: "HTTP: an answer once that does not end", answer: once(hangWithin), ...impatient, ...two},
  {name: "HTTP: an answer once that is cut off", answer: once(cutOff), ...two},
  {name: "HTTP: an answer once whose last piece is missing", answer: once(cutChunk), ...two},
  {name: "HTTP: a connection once that is dropped", answer: once((response) => response.destroy()), ...two},
  {name: "HTTP: half of the JSON once, as if it were all", answer: once(always(200, '[{"order_id":"1",')), ...two},
  {
    name: "HTTP: JSON that is called something else",
    answer: always(200, JSON.stringify(list(1, 2)), {"content-type": "text/html"}),
    ...two,
    asks: 1,
  },
  {
    name: "HTTP: JSON behind a byte order mark",
    answer: always(200, `\ufeff${JSON.stringify(list(1, 2))}`),
    ...two,
    asks: 1,
  },
];

const failing: HttpCase[] = [
  {
    name: "HTTP: status 500 for good",
    answer: always(500, "out of memory"),
    says: ['http://shop/orders: status 500: "out of memory"; given up after 2 attempts'],
    asks: 2,
  },
  {
    name: "HTTP: status 503 for good",
    answer: always(503),
    says: ["http://shop/orders: status 503; given up after 2 attempts"],
    asks: 2,
  },
  {
    name: "HTTP: status 429 for good",
    answer: always(429, "", {"retry-after": "0"}),
    says: ["http://shop/orders: status 429; given up after 2 attempts"],
    asks: 2,
  },
  {
    name: "HTTP: no answer for good",
    answer: hang,
    ...impatient,
    says: ["http://shop/orders: no answer within 0.5 seconds; given up after 2 attempts"],
    asks: 2,
  },
  {
    name: "HTTP: answers that never end",
    answer: hangWithin,
    ...impatient,
    says: ["http://shop/orders: no answer within 0.5 seconds; given up after 2 attempts"],
    asks: 2,
  },
  {
    name: "HTTP: connections that are dropped",
    answer: (response) => response.destroy(),
    says: ["http://shop/orders: no answer (other side closed); given up after 2 attempts"],
    asks: 2,
  },
  {
    name: "HTTP: answers that are cut off",
    answer: cutOff,
    says: [/^http:\/\/shop\/orders: no answer \(.+\); given up after 2 attempts$/],
    asks: 2,
  },
  {
    name: "HTTP: answers whose last piece is missing",
    answer: cutChunk,
    says: [/^http:\/\/shop\/orders: no answer \(.+\); given up after 2 attempts$/],
    asks: 2,
  },
  {
    name: "HTTP: half of the JSON, as if it were all",
    answer: always(200, '[{"order_id":"1",'),
    says: ['http://shop/orders: not JSON: "[{\\"order_id\\":\\"1\\","; given up'],
    asks: 2,
  },
  {
    name: "HTTP: a page of HTML with status 200",
    answer: always(200, "<html>Sign in</html>", {"content-type": "application/json"}),
    says: ['http://shop/orders: not JSON: "<html>Sign in</html>"'],
    asks: 2,
  },
  {
    name: "HTTP: separated values",
    answer: always(200, "order_id,amount\n1,2\n"),
    says: ['http://shop/orders: not JSON: "order_id,amount'],
    asks: 2,
  },
  {name: "HTTP: nothing with status 204", answer: always(204), says: ['http://shop/orders: not JSON: ""'], asks: 2},
  {
    name: "HTTP: bytes that are not UTF-8",
    answer: (response) => response.end(Buffer.from('[{"order_id":"\xfc","amount":1}]', "latin1")),
    says: ["http://shop/orders: not UTF-8 text"],
    asks: 2,
  },
  {
    name: "HTTP: status 404",
    answer: always(404, "no such thing"),
    says: ['http://shop/orders: status 404: "no such thing"'],
    asks: 1,
  },
  {
    name: "HTTP: status 401, without what was sent",
    source: {headers: {authorization: "MUDAVIM_TEST_KEY"}},
    answer: always(401),
    says: [/^http:\/\/shop\/orders: status 401$/],
    hides: "secret",
    asks: 1,
  },
  {
    name: "HTTP: a redirect",
    answer: always(302, "", {location: "/elsewhere"}),
    says: ["http://shop/orders: status 302"],
    asks: 1,
  },
  {
    name: "HTTP: a redirect to itself",
    answer: always(301, "", {location: "/orders"}),
    says: ["http://shop/orders: status 301"],
    asks: 1,
  },
  {
    name: "HTTP: a whole number beyond what JavaScript counts exactly",
    answer: always(200, '[{"order_id":9007199254740993,"amount":1}]'),
    says: ["http://shop/orders: a whole number too large to be read exactly"],
    asks: 1,
  },
  {
    name: "HTTP: a variable for a header that is not set",
    source: {headers: {"x-key": "MUDAVIM_NOT_SET"}},
    answer: hang,
    says: ["sources.order_lines.headers: the environment variable MUDAVIM_NOT_SET is not set"],
    asks: 0,
  },
];

const contents: HttpCase[] = [
  {name: "HTTP: no records", answer: always(200, "[]"), says: ["http://shop/orders: no records"], asks: 1},
  {
    name: "HTTP: an object without the list",
    source: {items: "data.orders"},
    answer: always(200, '{"data":{"items":[]}}'),
    says: ['http://shop/orders: page 1 holds no list at "data.orders" (sources.order_lines.items)'],
    asks: 1,
  },
  {
    name: "HTTP: an object in place of the list",
    answer: always(200, '{"error":"quota"}'),
    says: ["http://shop/orders: page 1 holds no list (sources.order_lines.items)"],
    asks: 1,
  },
  {
    name: "HTTP: elements that are no objects",
    answer: (response) => send(response, [order(1), 5, null, "x", [order(2)]]),
    records: 5,
    accepted: [{order_id: "1"}],
    rejected: [
      'shop/orders:2: record: not a JSON object: "5"',
      'shop/orders:3: record: not a JSON object: "null"',
      'shop/orders:4: record: not a JSON object: "\\"x\\""',
      /^shop\/orders:5: record: not a JSON object/,
    ],
    asks: 1,
  },
  {
    name: "HTTP: amounts that are none",
    answer: (response) => send(response, [order(1), {order_id: "2", amount: "?"}, {order_id: "3"}]),
    records: 3,
    accepted: 1,
    rejected: ['shop/orders:2: amount: invalid amount: "?"', "shop/orders:3: amount: missing value"],
    asks: 1,
  },
  {
    name: "HTTP: a line break within a value",
    answer: (response) => send(response, [{order_id: "1\n2", amount: 1}]),
    records: 1,
    accepted: [{order_id: "1\n2"}],
    rejected: [],
    asks: 1,
  },
  {
    name: "HTTP: a key that no record has",
    answer: (response) => send(response, [{id: "1", amount: 1}]),
    says: ['no record has "order_id" (sources.order_lines.columns)'],
    asks: 1,
  },
];

const paged: HttpCase[] = [
  {
    name: "HTTP: a number of a page for which the last one is given again",
    source: pages,
    answer: (response, url) => send(response, list(numberOf(url) < 3 ? numberOf(url) : 2)),
    says: ["http://shop/orders: page 3 holds the records of page 2 again (sources.order_lines.paging)"],
    asks: 3,
  },
  {
    name: "HTTP: a next page that is the first",
    source: {items: "data", paging: {next: "next"}},
    answer: (response) => send(response, {data: list(1), next: "/orders"}),
    says: ["http://shop/orders: page 2 is one that came before"],
    asks: 1,
  },
  {
    name: "HTTP: a cursor that does not move",
    source: {items: "data", paging: {cursor: "end", parameter: "after"}},
    answer: (response, _, n) => send(response, {data: list(n), end: 7}),
    says: ["http://shop/orders: page 3 is one that came before"],
    asks: 2,
  },
  {
    name: "HTTP: a next page on another host",
    source: {items: "data", paging: {next: "next"}},
    answer: (response) => send(response, {data: list(1), next: "http://example.com/"}),
    says: ['http://shop/orders: page 1 names a next page that is not on the same host: "http://example.com/"'],
    asks: 1,
  },
  {
    name: "HTTP: a next page that is no address",
    source: {items: "data", paging: {next: "next"}},
    answer: (response) => send(response, {data: list(1), next: 2}),
    says: ["http://shop/orders: page 1 names a next page that is not on the same host: 2"],
    asks: 1,
  },
  {
    name: "HTTP: a list that ends early",
    source: {items: "data", total: "count", ...pages},
    answer: (response, url) => send(response, {data: numberOf(url) < 3 ? list(numberOf(url)) : [], count: 5}),
    says: ["http://shop/orders: says that there are 5 records, but gave 2 (sources.order_lines.total)"],
    asks: 3,
  },
  {
    name: "HTTP: more records than are said to be",
    source: {items: "data", total: "count", ...pages},
    answer: (response, url) => send(response, {data: numberOf(url) < 3 ? list(numberOf(url)) : [], count: 1}),
    says: ["says that there are 1 records, but gave 2"],
    asks: 3,
  },
  {
    name: "HTTP: a number of records that is not said",
    source: {items: "data", total: "count"},
    answer: (response) => send(response, {data: list(1)}),
    says: ["says that there are no records, but gave 1"],
    asks: 1,
  },
  {
    name: "HTTP: as many records as are said to be",
    source: {items: "data", total: "meta.count", ...pages},
    answer: (response, url) => send(response, {data: numberOf(url) < 3 ? list(numberOf(url)) : [], meta: {count: 2}}),
    ...two,
    asks: 3,
  },
  {
    name: "HTTP: a second page that fails for good",
    source: pages,
    answer: (response, url) => (numberOf(url) === 1 ? send(response, list(1)) : response.writeHead(500).end()),
    says: ["http://shop/orders: status 500; given up after 2 attempts"],
    asks: 3,
  },
  {
    name: "HTTP: a second page without the list",
    source: {items: "data", ...pages},
    answer: (response, url) => send(response, numberOf(url) === 1 ? {data: list(1)} : {}),
    says: ['http://shop/orders: page 2 holds no list at "data"'],
    asks: 2,
  },
];

/** An interface over HTTP, which is asked for a page twice. */
export const httpCases = [...passing, ...failing, ...contents, ...paged];
