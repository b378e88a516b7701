import {expect, test} from "vitest";
import type {ShopConfigInput} from "../../../data-loaders/config/shop-schema.ts";
import {shopSchema} from "../../../data-loaders/config/shop-schema.ts";
import type {DefinitionDiffRow} from "../../../src/components/thresholds/threshold-rows.ts";
import {withShop} from "../../helpers/make-shop.ts";
import {publishedRows} from "../../helpers/published-rows.ts";
import {readField} from "../../helpers/read-states.ts";
import {sold, soldOften} from "../../helpers/sold.ts";

const asOf = "2025-12-31";
const lines = [
  ...soldOften(4, "often", "2025-12-20"),
  sold("lately", "2025-12-01"),
  ...soldOften(2, "summer", "2025-07-01"),
  sold("old", "2024-06-01"),
  ...soldOften(3, "far", "2025-01-15"),
];
const customers = [{customer: "prospect", on: "2025-01-01"}];

function diffOf(alternatives: ShopConfigInput["alternatives"], privacy = {minCustomers: 10}) {
  return withShop({lines, customers}, {asOf, privacy, alternatives}, (warehouse) =>
    publishedRows<DefinitionDiffRow>(warehouse, "definition-diff"),
  );
}

test("nobody moves under the report's own definition", async () => {
  const rows = (await diffOf([{name: "same"}])).filter((row) => row.alternative === "same");
  expect(rows.every((row) => row.from_segment === row.to_segment)).toBe(true);
  expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(6);
});

test("everybody is where a run with the other definition puts them", async () => {
  const rfm = {windowMonths: 24, recencyDays: [20, 60, 90, 365], ties: "first"} as const;
  const other = {...rfm, recencyDays: [...rfm.recencyDays] as [number, number, number, number]};
  const rows = (await diffOf([{name: "two years", rfm: other}])).filter((row) => row.alternative !== null);
  const states = (options: ShopConfigInput["rfm"]) =>
    withShop({lines, customers}, {asOf, ...(options ? {rfm: options} : {})}, (warehouse) =>
      readField(warehouse, "2025-12", "segment"),
    );
  const [before, after] = [await states(undefined), await states(other)];
  const expected = new Map<string, number>();
  for (const [customer, from] of Object.entries(before)) {
    const key = `${from} ${after[customer as keyof typeof after]}`;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  expect([...expected.keys()].some((key) => key.startsWith("lapsed ") && key !== "lapsed lapsed")).toBe(true);
  expect(Object.fromEntries(rows.map((row) => [`${row.from_segment} ${row.to_segment}`, row.customers]))).toEqual(
    Object.fromEntries(expected),
  );
});

test("another map has its own segments; alternatives stand beside each other by name", async () => {
  const rows = await diffOf([{name: "four", segments: "four-groups"}, {name: "same"}]);
  expect(new Set(rows.map((row) => row.alternative))).toEqual(new Set([null, "four", "same"]));
  const four = rows.filter((row) => row.alternative === "four");
  expect(four.find((row) => row.from_segment === "prospect")!.to_segment).toBe("prospect");
  expect(four.some((row) => row.to_segment === "regulars")).toBe(true);
});

test("without alternatives there is the report's own definition, under which nobody moves", async () => {
  const rows = await diffOf([]);
  expect(rows.every((row) => row.alternative === null && row.from_segment === row.to_segment)).toBe(true);
  expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(6);
});

test("an alternative is checked like the report's own definition", () => {
  const parse = (alternatives: unknown) =>
    shopSchema
      .safeParse({name: "x", sources: {order_lines: {kind: "csv", path: "x"}}, alternatives})
      .error?.issues.map(({path, message}) => `${path.join(".")}: ${message}`);
  expect(parse([{name: "a", rfm: {recencyDays: [30, 20, 90, 180]}}])).toEqual([
    "alternatives.0.rfm.recencyDays: expected four increasing numbers of days",
  ]);
  expect(parse([{name: "a", rfm: {window: 3}}])![0]).toContain("alternatives.0.rfm");
  expect(parse([{name: "a", rfm: {recencyBasis: "touch"}}])![0]).toContain("no source says");
  expect(parse([{name: "a"}, {name: "a"}])).toEqual(["alternatives: each name once"]);
  expect(parse(["a", "b", "c", "d"].map((name) => ({name})))![0]).toContain("at most three");
  const {data} = shopSchema.safeParse({
    name: "x",
    sources: {order_lines: {kind: "csv", path: "x"}},
    rfm: {windowMonths: 6, recencyDays: [10, 20, 30, 40]},
    alternatives: [{name: "a", rfm: {windowMonths: 18}}],
  });
  expect(data!.alternatives[0]!.rfm).toMatchObject({windowMonths: 18, recencyDays: [10, 20, 30, 40]});
});
