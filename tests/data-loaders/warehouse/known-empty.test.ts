import {expect, test} from "vitest";
import type {Contract} from "../../../data-loaders/warehouse/contract.ts";
import {parseContract} from "../../../data-loaders/warehouse/contract.ts";
import type {GraphNode} from "../../../data-loaders/warehouse/graph.ts";
import {isKnownEmpty} from "../../../data-loaders/warehouse/known-empty.ts";
import type {Built} from "../../../data-loaders/warehouse/run-context.ts";

const node = (head: string): GraphNode => {
  const contract: Contract = parseContract(`-- One row.\n-- key: a\n${head}SELECT 1 AS a\n`);
  return {contract} as GraphNode;
};

const built = (tables: Record<string, Partial<Built>>) =>
  new Map(Object.entries(tables).map(([name, table]) => [name, {fingerprint: "", files: [], ...table}]));

test("a table has no rows without any of what it says", () => {
  const graph = new Map([
    ["texts", node("-- empty without: source_a.email, source_b.card\n-- view\n")],
    ["links", node("-- empty without: texts\n")],
    ["others", node("")],
  ]);
  const isEmpty = (name: string, tables: Record<string, Partial<Built>>) =>
    isKnownEmpty({graph, built: built(tables)}, graph.get(name)!);
  const nothing = {source_a: {fields: ["id"]}, source_b: {fingerprint: "absent"}};
  expect(isEmpty("texts", nothing)).toBe(true);
  expect(isEmpty("links", nothing)).toBe(true);
  expect(isEmpty("texts", {...nothing, source_a: {fields: ["id", "email"], rows: 3}})).toBe(false);
  expect(isEmpty("links", {...nothing, source_a: {fields: ["id", "email"], rows: 3}})).toBe(false);
  expect(isEmpty("texts", {...nothing, source_a: {fields: ["id", "email"], rows: 0}})).toBe(true);
  expect(isEmpty("others", nothing)).toBe(false);
});

test("a stored table counts by its rows", () => {
  const graph = new Map([
    ["unions", node("")],
    ["links", node("-- empty without: unions\n")],
  ]);
  const isEmpty = (rows: number) => isKnownEmpty({graph, built: built({unions: {rows}})}, graph.get("links")!);
  expect([isEmpty(0), isEmpty(1)]).toEqual([true, false]);
});
