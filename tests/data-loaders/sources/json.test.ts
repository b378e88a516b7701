import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {JsonSource} from "../../../data-loaders/config/source-schema.ts";
import {json} from "../../../data-loaders/sources/json.ts";
import {useSources} from "./read-source.ts";

const {folder, read} = useSources();

function readJson(text: string | Uint8Array, options: Partial<JsonSource> = {}) {
  const path = join(folder, "orders.json");
  writeFileSync(path, text);
  const source = {...json({path, columns: {order_id: "text", amount: "text"}}), decimalSeparator: ".", ...options};
  return read("order_lines", source as JsonSource, path);
}

const orders = [
  {order_id: "a", amount: 1.5},
  {amount: "2", order_id: 12345678901234567890n},
  {order_id: 'ü\n"', amount: null},
];
const elements = orders.map((order) =>
  JSON.stringify(order, (_, value) => (typeof value === "bigint" ? `#${value}#` : value)).replaceAll(/"#|#"/g, ""),
);
const expected = {
  records: 3,
  accepted: [
    {order_id: "a", amount: "1.5000"},
    {order_id: "12345678901234567890", amount: "2.0000"},
  ],
  rejected: [{file: "orders.json", row: 3, field: "amount", rule: "missing value"}],
};

describe("JSON", () => {
  it.each<[string, string | Uint8Array, boolean]>([
    ["an array on one line", `[${elements.join(",")}]`, false],
    ["an array over lines", `\ufeff [\r\n${elements.join("\n,\r\n")}\n]\n`, false],
    ["a compressed array", gzipSync(`[${elements.join(",")}]`), false],
    ["lines", elements.join("\n"), true],
    ["compressed lines that end in CRLF", gzipSync(`${elements.join("\r\n")}\r\n`), true],
  ])("is read from %s", async (_, text, lines) => {
    expect(await readJson(text, {lines})).toMatchObject(expected);
  });

  it("takes keys by their paths, types, maps and reasons of the shop's own", async () => {
    const text = `[{"id":7,"when":{"at":"2024-01-31T22:30:00Z"},"total.net":"5","tags":["x",{"y":1}]},
      {"id":8,"when":{"at":"soon"},"total.net":5,"tags":[]},{"id":9,"when":null,"total.net":6,"tags":"test"}]`;
    const source: Partial<JsonSource> = {
      columns: {id: "integer", "when.at": "timestamp", "total.net": "decimal", tags: "text"},
      map: {order_id: "id", amount: '"total.net" * 2', ordered_at: "when.at", city: "tags"},
      reject: {"a test": "tags = 'test'"},
    };
    expect(await readJson(text, source)).toMatchObject({
      accepted: [{order_id: "7", amount: "10.0000", ordered_at: "2024-02-01 01:30:00", city: '["x",{"y":1}]'}],
      rejected: [
        {row: 2, field: "when.at", rule: "invalid time", value: "soon"},
        {row: 3, field: "", rule: "a test"},
      ],
    });
  });

  it("names lines that are no objects, with blank lines between them", async () => {
    const text =
      '{"order_id":"1","amount":2}\n\n{"order_id":"2","amount":\n\n[1]\nnull\n{"order_id":"3","amount":"x"}\n';
    const {records, accepted, rejected} = await readJson(text, {lines: true});
    expect([records, accepted.length]).toEqual([5, 1]);
    expect(rejected).toMatchObject([
      {row: 3, field: "record", rule: "not a JSON object", value: '{"order_id":"2","amount":'},
      {row: 5, field: "record", rule: "not a JSON object", value: "[1]"},
      {row: 6, field: "record", rule: "not a JSON object", value: "null"},
      {row: 7, field: "amount", rule: "invalid amount", value: "x"},
    ]);
  });

  it.each<[string, string, string]>([
    ["a comma missing in an object", '{"order_id":"2" "amount":1}', "not a JSON object"],
    ["brackets that do not match", '{"order_id":["2"}]', "not a JSON object"],
    ["a line break within a text", '{"order_id":"2\n","amount":1}', "not a JSON object"],
    ["half a surrogate pair", '{"order_id":"\\ud800","amount":1}', "not a JSON object"],
    ["a number", "5", "not a JSON object"],
    ["a nested array", "[[]]", "not a JSON object"],
    ["no amount", '{"order_id":"2"}', "missing value"],
    ["an amount that is an object", '{"order_id":"2","amount":{}}', "invalid amount"],
    ["an amount that is none", '{"order_id":"2","amount":NaN}', "invalid amount"],
    ["a control character that separates our fields", '{"order_id":"\x01","amount":1}', "too many fields"],
    ["two megabytes", `{"order_id":"${"x".repeat(2_100_000)}","amount":1}`, "line too long"],
  ])("rejects an element with %s, and no other", async (_, element, rule) => {
    const result = await readJson(`[${elements[0]},${element},${elements[0]}]`);
    expect([result.records, result.accepted.length]).toEqual([3, 2]);
    expect(result.rejected).toMatchObject([{row: 2, rule}]);
  });

  it.each<[string, string | Uint8Array, Partial<JsonSource>, string]>([
    ["nothing", " \n", {}, "orders.json: the file is empty"],
    ["no lines", "\n\n", {lines: true}, "orders.json: the file is empty"],
    [
      "an object",
      '\n{"order_id":1}',
      {},
      'orders.json:2: expected one JSON array, got "{\\"order_id\\":1}"; set lines: true',
    ],
    [
      "an array cut off in an element",
      '[{"a":1},\n{"b',
      {},
      "orders.json: the array is never closed; element 2 begins on line 2",
    ],
    [
      "an array cut off after a comma",
      '[{"a":1},',
      {},
      "orders.json: the array is never closed; it ends after element 1",
    ],
    ["an array without its end", '[{"a":1}', {}, "the array is never closed"],
    ["two arrays", "[]\n[]", {}, "orders.json:2: text after the end of the array"],
    ["a comma too many", '[{"order_id":1},\n,{}]', {}, "orders.json:2: nothing between two commas of the array"],
    [
      "bytes that are not UTF-8",
      Buffer.from('[{"a":1},\n{"order_id":"\xfc"}]', "latin1"),
      {},
      "orders.json:2: element 2 is not UTF-8",
    ],
    [
      "lines that are not UTF-8",
      Buffer.from('{"a":1}\n{"order_id":"\xfc"}', "latin1"),
      {lines: true},
      "orders.json:2: not UTF-8 text",
    ],
    ["a NUL character", '[{"order_id":"\0"}]', {}, "orders.json:1: a NUL character"],
    [
      "a compressed file that is cut off",
      gzipSync("[]".padEnd(500)).subarray(0, 20),
      {},
      "orders.json: the compressed file is cut off",
    ],
    ["UTF-16", Buffer.from("\ufeff[]", "utf16le"), {}, "orders.json: the file is UTF-16"],
    ["a spreadsheet", "PK\x03\x04....", {}, "orders.json: a spreadsheet or zip archive"],
    [
      "a key that no object has",
      `[${elements.join(",")}]`,
      {columns: {order_id: "text", amount: "text", "customer.id": "text"}},
      'orders.json: no record has "customer.id" (sources.order_lines.columns); the first has order_id, amount',
    ],
    ["a column that nothing delivers", "[{}]", {columns: {}}, 'orders.json: missing column "order_id" for order_lines'],
  ])("refuses %s", async (_, text, options, message) => {
    const reading = readJson(text, options);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toHaveProperty("name", "UserError");
  });

  it("counts as JSON.parse does, however it is laid out", async () => {
    const order = fc.record({
      order_id: fc.string({minLength: 1, unit: "binary"}),
      amount: fc.integer(),
      more: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, {maxLength: 8}),
        fc.constantFrom("", " ", "\t", "\n"),
        fc.boolean(),
        async (list, indent, lines) => {
          const text = lines ? list.map((one) => JSON.stringify(one)).join("\n") : JSON.stringify(list, null, indent);
          if (lines && list.length === 0) return;
          const {records, accepted, rejected} = await readJson(text, {lines});
          expect(records).toBe(list.length);
          expect(accepted.map(({order_id}) => order_id)).toEqual(list.map(({order_id}) => order_id));
          expect(rejected).toEqual([]);
        },
      ),
      {numRuns: 60},
    );
  });
});
