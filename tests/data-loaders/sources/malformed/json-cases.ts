import {gzipSync} from "node:zlib";
import type {MalformedCase} from "./malformed-case.ts";

const good = '{"order_id":"1","amount":2}';
const notObject = (row: number, value: string) =>
  `orders.json:${row}: record: not a JSON object: ${JSON.stringify(value)}`;

/** An element between two good ones: left out by a rule, or read. */
function element(
  name: string,
  text: string,
  outcome: RegExp | string | Record<string, string | null>,
  more = {},
): MalformedCase {
  const isRead = typeof outcome === "object" && !(outcome instanceof RegExp);
  return {
    name: `JSON: an element with ${name}`,
    content: `[${good},${text},${good}]`,
    records: 3,
    accepted: isRead ? [{}, outcome, {}] : 2,
    rejected: isRead ? [] : [outcome],
    ...more,
  };
}

const columns = (names: string) => ({columns: Object.fromEntries(names.split(" ").map((name) => [name, "text"]))});

const elements: MalformedCase[] = [
  element("a comma missing", '{"order_id":"2" "amount":1}', notObject(2, '{"order_id":"2" "amount":1}')),
  element("a comma before its end, which does no harm", '{"order_id":"2","amount":1,}', {
    order_id: "2",
    amount: "1.0000",
  }),
  element("brackets that do not match", '{"order_id":["2"}]', notObject(2, '{"order_id":["2"}]')),
  element("a line break within a text", '{"order_id":"2\n","amount":1}', /^orders\.json:2: record: not a JSON object/),
  element("half a surrogate pair", '{"order_id":"\\ud800","amount":1}', /^orders\.json:2: record: not a JSON object/),
  element("both halves of a surrogate pair", '{"order_id":"\\ud83d\\ude00","amount":1}', {order_id: "😀"}),
  element("single quotes", "{'order_id':'2','amount':1}", notObject(2, "{'order_id':'2','amount':1}")),
  element("a remark", '{"order_id":"2",/* two */"amount":1}', notObject(2, '{"order_id":"2",/* two */"amount":1}')),
  element("no quotes around its keys", '{order_id:"2",amount:1}', notObject(2, '{order_id:"2",amount:1}')),
  element("an amount of NaN", '{"order_id":"2","amount":NaN}', /^orders\.json:2: amount: invalid amount: "NaN"/),
  element(
    "an amount of Infinity",
    '{"order_id":"2","amount":Infinity}',
    /^orders\.json:2: (amount: invalid amount|record: not a JSON object)/,
  ),
  element("an amount beyond a double", '{"order_id":"2","amount":1e999}', /^orders\.json:2: amount: invalid amount/),
  element(
    "an amount as a text with a decimal comma",
    '{"order_id":"2","amount":"1,5"}',
    'orders.json:2: amount: invalid amount: "1,5"',
  ),
  element("an amount that is an object", '{"order_id":"2","amount":{}}', 'orders.json:2: amount: invalid amount: "{}"'),
  element("an amount that is a list", '{"order_id":"2","amount":[1]}', 'orders.json:2: amount: invalid amount: "[1]"'),
  element(
    "an amount that is a truth",
    '{"order_id":"2","amount":true}',
    'orders.json:2: amount: invalid amount: "true"',
  ),
  element("no amount", '{"order_id":"2"}', "orders.json:2: amount: missing value"),
  element("an amount that is null", '{"order_id":"2","amount":null}', "orders.json:2: amount: missing value"),
  element("nothing", "{}", "orders.json:2: order_id: missing value"),
  element("a number of an order beyond what JavaScript counts exactly", '{"order_id":9007199254740993,"amount":1}', {
    order_id: "9007199254740993",
  }),
  element("a number of an order of thirty digits", '{"order_id":123456789012345678901234567890,"amount":1}', {
    order_id: "123456789012345678901234567890",
  }),
  element("a key twice, of which the first counts", '{"order_id":"2","order_id":"3","amount":1}', {order_id: "2"}),
  element("a key that is escaped", '{"order\\u005fid":"2","amount":1}', {order_id: "2"}),
  element(
    "a control character that separates our fields",
    '{"order_id":"\x01","amount":1}',
    /^orders\.json:2: too many fields/,
  ),
  element("two megabytes", `{"order_id":"${"x".repeat(2_100_000)}","amount":1}`, /^orders\.json:2: line too long/),
  element(
    "lists within lists, five hundred deep",
    `{"order_id":"2","amount":1,"x":${"[".repeat(500)}${"]".repeat(500)}}`,
    {order_id: "2"},
  ),
  element("a number in its place", "5", notObject(2, "5")),
  element("a list in its place", "[[]]", notObject(2, "[[]]")),
  element("null in its place", "null", notObject(2, "null")),
  element("two objects where one should be", `${good} ${good}`, /^orders\.json:2: record: not a JSON object/),
];

const arrays: MalformedCase[] = [
  {name: "JSON: nothing", content: " \n", says: ["orders.json: the file is empty"]},
  {
    name: "JSON: an array of nothing",
    content: "[]",
    source: {columns: {order_id: "text", amount: "text"}},
    says: ["orders.json: no rows below the header"],
  },
  {
    name: "JSON: an object in place of an array",
    content: '\n{"order_id":1}',
    says: ['orders.json:2: expected one JSON array, got "{\\"order_id\\":1}"; set lines: true'],
  },
  {name: "JSON: a text in place of an array", content: '"order"', says: ["orders.json:1: expected one JSON array"]},
  {
    name: "JSON: a page of HTML",
    content: "<html>Sorry</html>",
    says: ['orders.json:1: expected one JSON array, got "<html>Sorry</html>"'],
  },
  {
    name: "JSON: an array that is cut off within an element",
    content: '[{"a":1},\n{"b',
    says: ["orders.json: the array is never closed; element 2 begins on line 2"],
  },
  {
    name: "JSON: an array that is cut off after a comma",
    content: '[{"a":1},',
    says: ["orders.json: the array is never closed; it ends after element 1"],
  },
  {
    name: "JSON: an array that is cut off before its end",
    content: `[${good}`,
    says: ["orders.json: the array is never closed"],
  },
  {
    name: "JSON: an array that is cut off within a text",
    content: `[${good},{"order_id":"x`,
    says: ["orders.json: the array is never closed"],
  },
  {name: "JSON: two arrays", content: "[]\n[]", says: ["orders.json:2: text after the end of the array"]},
  {
    name: "JSON: a comma at the end of the array",
    content: `[${good},]`,
    says: ["orders.json:1: nothing between two commas of the array"],
  },
  {
    name: "JSON: two commas",
    content: `[${good},\n,${good}]`,
    says: ["orders.json:2: nothing between two commas of the array"],
  },
  {
    name: "JSON: bytes that are not UTF-8",
    content: Buffer.from('[{"a":1},\n{"order_id":"\xfc"}]', "latin1"),
    says: ["orders.json:2: element 2 is not UTF-8"],
  },
  {name: "JSON: a NUL character", content: '[{"order_id":"\0"}]', says: ["orders.json:1: a NUL character"]},
  {
    name: "JSON: gzip that is cut off",
    content: gzipSync("[]".padEnd(500)).subarray(0, 20),
    says: ["orders.json: the compressed file is cut off"],
  },
  {name: "JSON: UTF-16", content: Buffer.from("\ufeff[]", "utf16le"), says: ["orders.json: the file is UTF-16"]},
  {name: "JSON: a spreadsheet", content: "PK\x03\x04....", says: ["orders.json: a spreadsheet or zip archive"]},
  {
    name: "JSON: a byte order mark before the array",
    content: `\ufeff[${good}]`,
    records: 1,
    accepted: [{order_id: "1"}],
    rejected: [],
  },
  {
    name: "JSON: a key that no object has",
    content: `[${good}]`,
    source: columns("order_id amount customer.id"),
    says: ['orders.json: no record has "customer.id" (sources.order_lines.columns); the first has order_id, amount'],
  },
  {
    name: "JSON: a field that no declared key delivers",
    content: `[${good}]`,
    source: columns("order_id"),
    says: ['orders.json: missing column "amount" for order_lines'],
  },
  {
    name: "JSON: a path whose objects some elements lack",
    content:
      '[{"id":"1","sum":{"net":2}},{"id":"2","sum":null},{"id":"3"},{"id":"4","sum":{"net":"x"}},{"id":"5","sum":7}]',
    source: {...columns("id sum.net"), map: {order_id: "id", amount: "sum.net"}},
    ...{
      records: 5,
      accepted: [{order_id: "1"}],
      rejected: [
        "orders.json:2: amount: missing value",
        "orders.json:3: amount: missing value",
        'orders.json:4: amount: invalid amount: "x"',
        "orders.json:5: amount: missing value",
      ],
    },
  },
];

const lines: MalformedCase[] = [
  {name: "JSON lines: nothing", content: "\n\n", says: ["orders.json: the file is empty"]},
  {
    name: "JSON lines: an array in place of lines",
    content: `[${good},\n${good}]\n`,
    says: [/^orders\.json: (no record has|2 of 2 rows rejected)/],
  },
  {
    name: "JSON lines: one object over several lines",
    content: '{\n"order_id":"1",\n"amount":2\n}\n',
    says: [/^orders\.json: (no record has|4 of 4 rows rejected)/],
  },
  {
    name: "JSON lines: a last line that is cut off",
    content: `${good}\n${good}\n{"order_id":"3","amo`,
    records: 3,
    accepted: 2,
    rejected: [notObject(3, '{"order_id":"3","amo')],
  },
  {
    name: "JSON lines: commas at the ends of the lines",
    content: `${good},\n${good}\n`,
    records: 2,
    accepted: 1,
    rejected: [notObject(1, `${good},`)],
  },
  {
    name: "JSON lines: two objects on a line",
    content: `${good}${good}\n${good}\n`,
    records: 2,
    accepted: 1,
    rejected: [notObject(1, good + good)],
  },
  {
    name: "JSON lines: blank lines, lists and nulls among them",
    content: `${good}\n\n[1]\nnull\n${good.replace("2", '"x"')}\n`,
    records: 4,
    accepted: 1,
    rejected: [notObject(3, "[1]"), notObject(4, "null"), 'orders.json:5: amount: invalid amount: "x"'],
  },
  {
    name: "JSON lines: several kinds of line ends",
    content: `${good}\r\n${good}\n{\r${good}\n`,
    records: 4,
    accepted: 3,
    rejected: [notObject(3, "{")],
  },
  {
    name: "JSON lines: bytes that are not UTF-8",
    content: Buffer.from(`${good}\n{"order_id":"\xfc"}`, "latin1"),
    says: ["orders.json:2: not UTF-8 text"],
  },
  {name: "JSON lines: a NUL character", content: `${good}\n\0\n`, says: ["orders.json:2: a NUL character"]},
  {
    name: "JSON lines: two gzip files one after the other",
    content: Buffer.concat([gzipSync(`${good}\n`), gzipSync(`${good}\n{\n`)]),
    records: 3,
    accepted: 2,
    rejected: [notObject(3, "{")],
  },
  {
    name: "JSON lines: separated values",
    content: "order_id,amount\n1,2\n",
    says: [/^orders\.json: (no record has|2 of 2 rows rejected)/],
  },
].map((test) => ({...test, source: {lines: true}}) as MalformedCase);

/** JSON, one array or an object on each line; what is taken of an object is its order number and amount. */
export const jsonCases = [...elements, ...arrays];
export const jsonLinesCases = lines;
