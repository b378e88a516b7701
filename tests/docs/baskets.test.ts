import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {projectRoot} from "../../data-loaders/project.ts";
import {findAssociationRules} from "../../data-loaders/stats/baskets/association-rules.ts";
import {findFrequentItemsets} from "../../data-loaders/stats/baskets/frequent-itemsets.ts";
import {sevenBaskets, toLetters} from "../data-loaders/stats/baskets/basket-fixtures.ts";

it("the example's figures are those that are computed", () => {
  const text = readFileSync(join(projectRoot, "docs/baskets.md"), "utf8");
  const rules = findAssociationRules(findFrequentItemsets(sevenBaskets, {minSupport: 0.25}));
  const shown = [...text.matchAll(/^\| ([a-e](?: \+ [a-e])? → [a-e]) \|(.*)\|$/gm)];
  expect(shown.length).toBe(6);
  for (const [, name, cells] of shown) {
    const [left, right] = name!.replaceAll(" ", "").split("→");
    const rule = rules.find(
      ({antecedent, consequent}) =>
        toLetters(antecedent) === left!.replace("+", "") && toLetters([consequent]) === right,
    )!;
    const measures = [rule.support, rule.confidence, rule.lift, rule.leverage, rule.conviction, rule.zhang];
    expect(
      cells!
        .split("|")
        .slice(0, 7)
        .map((cell) => cell.trim()),
    ).toEqual([String(rule.count), ...measures.map((value) => (Number.isFinite(value) ? value.toFixed(4) : "∞"))]);
    expect(cells!.includes("redundant")).toBe(rule.isRedundant);
  }
  expect(text).toContain("Thirteen rules in all");
  expect(rules.length).toBe(13);
});
