import {expect, test} from "vitest";
import {filterRules, foldText, type RuleFilter} from "../../../../../src/components/baskets/rules/filter-rules.ts";
import {ruleRow} from "../basket-fixtures.ts";

const rules = [
  ruleRow(["Gömlek", "Kol Düğmesi"], [40, 200, 50]),
  ruleRow(["Kol Düğmesi", "Gömlek"], [40, 50, 200]),
  ruleRow(["IŞIK", "Kılıf"], [30, 30, 300]),
  ruleRow(["Gömlek", "Kılıf", "Kol Düğmesi"], [30, 60, 50], {is_redundant: true}),
  ruleRow(["Gömlek", "Kılıf"], [90, 200, 300], {basis: "customers"}),
  ruleRow(["P1", "P2"], [35, 70, 100], {level: "product", antecedent_name: "İnce Gömlek"}),
];
const all: RuleFilter = {
  basis: "orders",
  level: "subcategory",
  size: null,
  text: "",
  withRedundant: false,
  sortBy: "lift",
  isDescending: true,
};
const find = (change: Partial<RuleFilter>) =>
  filterRules(rules, {...all, ...change}).map(
    ({antecedent, second_antecedent, consequent}) =>
      `${antecedent}${second_antecedent ? `+${second_antecedent}` : ""}>${consequent}`,
  );

test("by basis, level and size; redundant rules only when they are asked for", () => {
  expect(find({})).toEqual(["Gömlek>Kol Düğmesi", "Kol Düğmesi>Gömlek", "IŞIK>Kılıf"]);
  expect(find({basis: "customers"})).toEqual(["Gömlek>Kılıf"]);
  expect(find({level: "product"})).toEqual(["P1>P2"]);
  expect(find({size: 2})).toEqual([]);
  expect(find({size: 2, withRedundant: true})).toEqual(["Gömlek+Kılıf>Kol Düğmesi"]);
});

test("by a part of a name on either side, whatever its case, accents and dots", () => {
  expect(find({text: " GOMLEK "})).toEqual(["Gömlek>Kol Düğmesi", "Kol Düğmesi>Gömlek"]);
  expect(find({text: "ışık"})).toEqual(["IŞIK>Kılıf"]);
  expect(find({text: "kilif"})).toEqual(["IŞIK>Kılıf"]);
  expect(find({text: "ince", level: "product"})).toEqual(["P1>P2"]);
  expect(find({text: "<b>"})).toEqual([]);
  expect(foldText("İSTANBUL Iğdır")).toBe("istanbul igdir");
});

test("sorted by any measure, both ways; a rule that was never wrong has the highest conviction", () => {
  expect(find({sortBy: "count", isDescending: false})[0]).toBe("IŞIK>Kılıf");
  expect(find({sortBy: "confidence"})).toEqual(["IŞIK>Kılıf", "Kol Düğmesi>Gömlek", "Gömlek>Kol Düğmesi"]);
  expect(find({sortBy: "conviction"})[0]).toBe("IŞIK>Kılıf");
  expect(find({sortBy: "conviction", isDescending: false}).at(-1)).toBe("IŞIK>Kılıf");
  // Equal p: by lift, then count, then what they are about.
  expect(find({sortBy: "adjusted_p_value"})).toEqual(find({}));
});
