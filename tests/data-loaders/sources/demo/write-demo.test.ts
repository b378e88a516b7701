import {createHash} from "node:crypto";
import {tmpdir} from "node:os";
import {beforeAll, describe, expect, it} from "vitest";
import {type ColumnType, demoFiles} from "../../../../data-loaders/sources/demo/demo-files.ts";
import {writeDemo} from "../../../../data-loaders/sources/demo/write-demo.ts";
import {demoTexts, rowsOf} from "./read-demo.ts";

const small = {customers: 300, seed: 7};
const digest = (text: string | undefined) =>
  createHash("sha256")
    .update(text ?? "")
    .digest("hex");
const digests = (texts: ReadonlyMap<string, string>) =>
  Object.fromEntries([...texts].map(([entity, text]) => [entity, digest(text)]));

const patterns: Readonly<Record<ColumnType, RegExp>> = {
  text: /^.*$/,
  integer: /^(-?\d+)?$/,
  decimal: /^-?\d+\.\d{2,4}$/,
  boolean: /^(true|false)$/,
  date: /^(\d{4}-\d{2}-\d{2})?$/,
  timestamp: /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})?$/,
};

describe("writeDemo", () => {
  let texts: Map<string, string>;
  beforeAll(async () => {
    texts = await demoTexts(small);
  });

  it("writes the same bytes every time, and others for another seed", async () => {
    expect(digests(await demoTexts(small))).toEqual(digests(texts));
    const other = await demoTexts({...small, seed: 8, entities: ["orders"]});
    expect(digest(other.get("orders"))).not.toBe(digest(texts.get("orders")));
  });

  it("writes the bytes that every other machine writes", () => {
    const all = [...texts.values()].join("");
    expect(digest(all)).toMatchInlineSnapshot(`"98139bea5f3b606e1034edfa592b99bafda519e87fd45d1676d2ac7c55f287ce"`);
  });

  it("writes one entity alone exactly as among the others", async () => {
    const alone = await demoTexts({...small, entities: ["order_lines"]});
    expect([...alone.keys()]).toEqual(["order_lines"]);
    expect(alone.get("order_lines")).toBe(texts.get("order_lines"));
  });

  it("cuts a shorter demo off the longer one", async () => {
    const shorter = await demoTexts({...small, to: "2026-09-30", entities: ["orders", "returns", "web_events"]});
    const until = (entity: string, column: string) =>
      rowsOf(texts, entity).filter((row) => row[column]! < "2026-10-01");
    expect(rowsOf(shorter, "orders")).toEqual(until("orders", "ordered_at"));
    expect(rowsOf(shorter, "returns")).toEqual(until("returns", "returned_at"));
    expect(rowsOf(shorter, "web_events")).toEqual(until("web_events", "occurred_at"));
  });

  it.each(demoFiles)("writes $file with its columns, types and key", ({entity, columns, key}) => {
    const rows = rowsOf(texts, entity);
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(columns));
    const wrong = rows.filter((row) =>
      Object.entries(columns).some(([name, type]) => !patterns[type].test(row[name]!)),
    );
    expect(wrong).toEqual([]);
    expect(new Set(rows.map((row) => key.map((name) => row[name]).join("|"))).size).toBe(rows.length);
  });

  it("refuses what it cannot write", async () => {
    await expect(writeDemo(tmpdir(), {to: "2027-01-31"})).rejects.toThrow(
      /^invalid demo period: 2023-05-01 … 2027-01-31/,
    );
    await expect(writeDemo(tmpdir(), {customers: 0.5})).rejects.toThrow("invalid demo customers: 0.5");
    await expect(writeDemo(tmpdir(), {entities: ["order"]})).rejects.toThrow("unknown demo entity: order");
  });
});
