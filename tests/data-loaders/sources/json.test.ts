import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import type {JsonSource} from "../../../data-loaders/config/source-schema.ts";
import {json} from "../../../data-loaders/sources/json.ts";
import fc from "../../helpers/fast-check.ts";
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
