import {describe, expect, test} from "vitest";
import {readTexts} from "../../../../../data-loaders/privacy/read-texts.ts";
import type {BasketRuleRow} from "../../../../../src/components/baskets/basket-rows.ts";
import {type RulesData, renderRules} from "../../../../../src/components/baskets/rules/render-rules.ts";
import {getMessages} from "../../../../../src/components/messages.ts";
import {parsePage} from "../../../framework.ts";
import {hostile} from "../../../hostile-names.ts";
import {parse, smallShop} from "../../../small-shop.ts";
import {pairRows, ruleRow, sizes} from "../basket-fixtures.ts";

const orders = [
  ...pairRows("Electronics > Phone", "Electronics > Case", [24, 60, 70]),
  ...pairRows("Men > Shirt", "Men > Cuff-links", [36, 200, 45], 3),
  ...pairRows("Men > Shirt", "Men > Belt", [40, 200, 100], 5),
  ruleRow(["Electronics > Case", "Men > Belt", "Electronics > Phone"], [30, 40, 100]),
];
const customers = orders.slice(0, 2).map((rule): BasketRuleRow => ({...rule, basis: "customers", lift: 3.14}));

function data(change: Partial<RulesData> = {}): RulesData {
  const {manifest, segments, usage} = smallShop();
  return {manifest, segments, usage, rules: [...customers, ...orders], sizes, ...change};
}

const texts = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent!);

describe.each(["tr", "en"] as const)("the %s page", (lang) => {
  test("reads without its one script: sentences, a picture with a text, tables, definitions", async () => {
    const source = renderRules(data(), {lang});
    const {code, body} = await parsePage(source, `/${lang}/rules`);
    const root = parse(body);
    expect(code).toHaveLength(1);
    expect(source).not.toMatch(/undefined|NaN|Infinity/);
    expect(root.querySelectorAll("h1").length).toBe(1);
    expect(root.querySelectorAll(".sentences li").length).toBe(1 + 4);
    expect(root.querySelectorAll('.rule-network svg[role="img"][aria-labelledby="rule-network-title"]').length).toBe(2);
    expect(root.querySelectorAll(".rules-explorer details[open] table").length).toBe(2);
    expect(root.querySelectorAll(".notation tbody tr").length).toBe(9);
    expect(root.querySelector(".notation")!.textContent).toContain("P(Result)");
  });

  test("is the same to the byte, twice", () => {
    expect(renderRules(data(), {lang})).toBe(renderRules(data(), {lang}));
  });

  test("shows names as text, whatever they hold", async () => {
    const rules = hostile.flatMap((name, i) => pairRows(name, `${name} ${i}`, [24, 60, 70], i + 1));
    const {code, body} = await parsePage(renderRules(data({rules}), {lang}), `/${lang}/rules`);
    const root = parse(body);
    expect(code).toHaveLength(1);
    expect(root.querySelectorAll("img, script, style, [onerror], [onmouseover]").length).toBe(0);
    expect(root.querySelector("h1")!.textContent).toContain(hostile[0]);
    expect(texts(root, ".network text").join()).toContain("${alert(1)}");
  });
});

test("a name stands in the page as the shop published it, so that no part of it looks like somebody's", async () => {
  const names = ["Defne İnce Tişört", "Can Yücel Kitapları, on cilt, ciltli, kutulu ve imzalı"];
  const rules = pairRows("P1", "P2", [24, 60, 70]).map(
    (rule, i): BasketRuleRow => ({
      ...rule,
      level: "product",
      antecedent_name: names[i]!,
      consequent_name: names[1 - i]!,
    }),
  );
  const twins = pairRows("P3", "P4", [24, 60, 70], 3).map(
    (rule): BasketRuleRow => ({...rule, level: "product", antecedent_name: names[0]!, consequent_name: names[0]!}),
  );
  const source = renderRules(data({rules: [...rules, ...twins]}), {lang: "tr"});
  const pieces = [...(await readTexts("page.html", Buffer.from(source)))].filter(({isProse}) => isProse);
  const holding = pieces.map(({text}) => text.trim()).filter((text) => /Defne|Yücel/.test(text));
  expect(new Set(holding)).toEqual(new Set(names));
});

test("what is strongest comes first, over customers, then over orders something else", () => {
  const root = parse(renderRules(data(), {lang: "en"}));
  expect(texts(root, "h1")).toEqual(["4 of 10 customers who buy “Phone” also buy “Case”: 3.1 times the usual."]);
  expect(texts(root, ".deck")).toEqual(["8 of 10 orders with “Cuff-links” also hold “Shirt”: 4.0 times the usual."]);
  expect(texts(root, ".sentences li .detail")[0]).toBe("24 of 60 customers; the other way round 34%");
});

test("the other way round stands beside it; two things before the arrow come last", () => {
  const root = parse(renderRules(data(), {lang: "en"}));
  const lines = texts(root.querySelectorAll<HTMLElement>(".sentences")[1]!, "li");
  expect(lines[1]).toBe(
    "8 of 10 orders with “Cuff-links” also hold “Shirt”: 4.0 times the usual. 36 of 45 orders; the other way round 18%",
  );
  expect(lines.at(-1)).toContain("orders with “Case” and “Belt” also hold “Phone”: 7.5 times the usual.");
});

test("the picture draws the strongest pairs both ways and in colour, the others once", () => {
  const svg = parse(renderRules(data(), {lang: "en"})).querySelector(".network")!;
  expect(texts(svg as unknown as HTMLElement, ".thing text").sort()).toEqual([
    "Belt",
    "Case",
    "Cuff-links",
    "Phone",
    "Shirt",
  ]);
  expect(svg.querySelectorAll(".rule.strong").length).toBe(4);
  expect(svg.querySelectorAll(".rule:not(.strong)").length).toBe(1);
  // As wide as the confidence is high: 36 of 45 there, 36 of 200 back.
  const widths = [...svg.querySelectorAll(".rule.strong path")].map((path) =>
    Number(path.getAttribute("stroke-width")),
  );
  expect(Math.max(...widths)).toBeGreaterThan(2 * Math.min(...widths));
});

test("sentences in both languages, whatever the number", () => {
  const en = getMessages("en", "TRY");
  const tr = getMessages("tr", "TRY");
  const facts = {basis: "customers", antecedent: ["Phone"], consequent: "Case", lift: 3.1} as const;
  expect(en.ruleSentence({...facts, share: {n: 4, of: 10}})).toBe(
    "4 of 10 customers who buy “Phone” also buy “Case”: 3.1 times the usual.",
  );
  expect(en.ruleSentence({...facts, share: {n: 1, of: 10}})).toContain("1 of 10 customers who buy “Phone” also buys");
  expect(en.ruleSentence({...facts, share: {n: 1, of: 1}})).toContain("All customers who buy “Phone” also buy “Case”");
  expect(tr.ruleSentence({...facts, share: {n: 4, of: 10}})).toBe(
    "“Phone” alan her 10 müşteriden 4’ü ayrıca “Case” alıyor: olağanın 3,1 katı.",
  );
  expect(tr.ruleSentence({...facts, share: {n: 6, of: 10}})).toContain("10 müşteriden 6’sı");
  expect(tr.ruleSentence({...facts, basis: "orders", antecedent: ["A", "B"], share: {n: 1, of: 1}})).toBe(
    "“A” ile “B” içeren bütün siparişlerde “Case” da var: olağanın 3,1 katı.",
  );
});

describe("a shop without a rule reads why, and what to change", () => {
  const none = (change: Partial<RulesData>) =>
    parse(renderRules(data({rules: [], ...change}), {lang: "en"})).textContent!;
  const sized = (change: object) => sizes.map((size) => ({...size, ...change}));

  test("one product, nothing to buy with it", () => {
    const text = none({sizes: sized({products: 1, of_several: 0})});
    expect(text).toContain("No rule of what is bought together was found.");
    expect(text).toContain("The shop sold one product");
    expect(text).not.toContain("baskets.minCount");
  });

  test("too few orders hold two products", () => {
    const text = none({sizes: sized({of_several: 12})});
    expect(text).toContain("12 of 1,000 orders hold more than one product; a rule must stand for 30.");
    expect(text).toContain("12 of 400 customers bought more than one product");
    expect(text).toContain("baskets.minCount and baskets.minSupport");
  });

  test("enough of them, but nothing beyond chance", () => {
    expect(none({})).toContain(
      "No two things are together in 30 orders or more, and more often than chance would have it.",
    );
  });

  test("no products at all, and no customers", () => {
    expect(none({sizes: []})).toContain("No order of this shop names a product.");
    expect(none({sizes: sizes.slice(1)})).toContain("names both a product and a customer");
  });

  test("rules over one basis alone", () => {
    const root = parse(renderRules(data({rules: customers}), {lang: "tr"}));
    expect(root.querySelector("h1")!.textContent).toContain("“Phone”");
    expect(root.textContent).toContain("rastlantıdan daha sık birlikte alınan iki şey yok");
    expect(root.querySelector(".rule-network")).toBeNull();
  });
});
