import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {getMessages} from "../../../src/components/messages.ts";

const en = getMessages("en", "TRY");
const tr = getMessages("tr", "TRY");

test("both catalogues have the same keys, in kind", () => {
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, shape(value[key as never])]),
        )
      : typeof value;
  expect(shape(tr)).toEqual(shape(en));
});

test("no message is unused", () => {
  const root = join(import.meta.dirname, "../../../src");
  const files = readdirSync(root, {recursive: true, encoding: "utf8"}).filter(
    (path) => path.endsWith(".ts") && !path.startsWith(".observablehq") && !/messages\/(en|tr)/.test(path),
  );
  const words = new Set(files.flatMap((path) => readFileSync(join(root, path), "utf8").match(/\w+/g) ?? []));
  expect(Object.keys(en).filter((key) => !words.has(key))).toEqual([]);
});

test("counts and their nouns", () => {
  expect(en.countCustomers(1)).toBe("1 customer");
  expect(en.countCustomers(1204)).toBe("1,204 customers");
  expect(tr.countCustomers(1204)).toBe("1.204 müşteri");
});

const slid = {from: ["Champions"], to: ["At Risk", "Can’t Lose"], isPartial: false};

test.each([
  [
    {...slid, count: 96, difference: 28},
    "96 customers slid from Champions to At Risk or Can’t Lose, 28 more than usual.",
  ],
  [{...slid, count: 1, difference: -5}, "1 customer slid from Champions to At Risk or Can’t Lose, 5 fewer than usual."],
  [{...slid, count: 7, difference: 0}, "7 customers slid from Champions to At Risk or Can’t Lose, as many as usual."],
  [{...slid, count: 7, difference: null}, "7 customers slid from Champions to At Risk or Can’t Lose."],
  [{...slid, count: 0, difference: -9}, "No customer slid from Champions to At Risk or Can’t Lose."],
  [
    {...slid, count: 1, difference: null, isPartial: true},
    "1 customer has slid from Champions to At Risk or Can’t Lose so far this month.",
  ],
])("the English headline %#", (facts, expected) => expect(en.headline(facts)).toBe(expected));

test.each([
  [
    {...slid, count: 96, difference: 28},
    "96 müşteri Champions’tan At Risk’e veya Can’t Lose’a kaydı; her zamankinden 28 fazla.",
  ],
  [{...slid, count: 7, difference: 0}, "7 müşteri Champions’tan At Risk’e veya Can’t Lose’a kaydı; her zamanki kadar."],
  [{...slid, count: 0, difference: -9}, "Hiçbir müşteri Champions’tan At Risk’e veya Can’t Lose’a kaymadı."],
  [
    {...slid, count: 0, difference: null, isPartial: true},
    "Bu ay şimdiye kadar hiçbir müşteri Champions’tan At Risk’e veya Can’t Lose’a kaymadı.",
  ],
])("the Turkish headline %#", (facts, expected) => expect(tr.headline(facts)).toBe(expected));
