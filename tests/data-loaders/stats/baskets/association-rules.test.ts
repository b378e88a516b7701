import {describe, expect, test} from "vitest";
import {findAssociationRules, type Rule} from "../../../../data-loaders/stats/baskets/association-rules.ts";
import {benjaminiHochberg} from "../../../../data-loaders/stats/baskets/benjamini-hochberg.ts";
import {findFrequentItemsets} from "../../../../data-loaders/stats/baskets/frequent-itemsets.ts";
import fc from "../../../helpers/fast-check.ts";
import {findPublicData} from "../../../public-data.ts";
import {fromLists, readGroceries, sevenBaskets, spell, toLetters} from "./basket-fixtures.ts";

const nameOf = ({antecedent, consequent}: Rule) => `${toLetters(antecedent)}>${toLetters([consequent])}`;
const sevenRules = findAssociationRules(findFrequentItemsets(sevenBaskets, {minSupport: 0.25}));

describe("association rules", () => {
  test("of seven baskets: mlxtend 0.25, association_rules(fpgrowth(baskets, 0.25), 'confidence', 0), one-item consequents", () => {
    // rule, support, confidence, lift, leverage, conviction, Zhang's metric
    const expected = {
      "a>b": [0.571429, 0.8, 1.12, 0.061224, 1.428571, 0.375],
      "a>c": [0.285714, 0.4, 0.933333, -0.020408, 0.952381, -0.2],
      "a>d": [0.285714, 0.4, 1.4, 0.081633, 1.190476, 1],
      "ab>d": [0.285714, 0.5, 1.75, 0.122449, 1.428571, 1],
      "ad>b": [0.285714, 1, 1.4, 0.081633, Number.POSITIVE_INFINITY, 0.4],
      "b>a": [0.571429, 0.8, 1.12, 0.061224, 1.428571, 0.375],
      "b>d": [0.285714, 0.4, 1.4, 0.081633, 1.190476, 1],
      "b>e": [0.285714, 0.4, 0.933333, -0.020408, 0.952381, -0.2],
      "bd>a": [0.285714, 1, 1.4, 0.081633, Number.POSITIVE_INFINITY, 0.4],
      "c>a": [0.285714, 0.666667, 0.933333, -0.020408, 0.857143, -0.111111],
      "d>a": [0.285714, 1, 1.4, 0.081633, Number.POSITIVE_INFINITY, 0.4],
      "d>b": [0.285714, 1, 1.4, 0.081633, Number.POSITIVE_INFINITY, 0.4],
      "e>b": [0.285714, 0.666667, 0.933333, -0.020408, 0.857143, -0.111111],
    };
    const measured = sevenRules.map((rule): [string, number[]] => [
      nameOf(rule),
      [rule.support, rule.confidence, rule.lift, rule.leverage, rule.conviction, rule.zhang].map(
        (value) => Math.round(value * 1e6) / 1e6,
      ),
    ]);
    expect(Object.fromEntries(measured)).toEqual(expected);
    expect(measured).toHaveLength(13);
  });

  test("come with counts and the exact p, the highest lift first", () => {
    expect(nameOf(sevenRules[0]!)).toBe("ab>d");
    expect(sevenRules[0]).toMatchObject({count: 2, antecedentCount: 4, consequentCount: 2, isRedundant: false});
    // d lies in both of its baskets with a and b: C(4, 2) of C(7, 2) draws.
    expect(sevenRules[0]!.pValue).toBeCloseTo(6 / 21, 14);
    expect(sevenRules.map(nameOf).slice(1, 7)).toEqual(["a>d", "b>d", "d>a", "d>b", "ad>b", "bd>a"]);
  });

  test("are redundant where a part of the antecedent does as well", () => {
    expect(sevenRules.filter(({isRedundant}) => isRedundant).map(nameOf)).toEqual(["ad>b", "bd>a"]);
  });

  test("are redundant by a part two items shorter too, and by a rule that the thresholds leave out", () => {
    // a takes d along every time; with b less often; with b and c as with b and c alone.
    const baskets = spell("ad", "ad", "ad", "abd", "abcd", "abc", "abc", "bc", "ab", "ab", "bcd");
    const rules = findAssociationRules(findFrequentItemsets(baskets), {minConfidence: 0.3});
    const isRedundant = (name: string) => rules.find((rule) => nameOf(rule) === name)!.isRedundant;
    expect(rules.find((rule) => nameOf(rule) === "abc>d")!.confidence).toBeCloseTo(1 / 3, 14);
    expect(isRedundant("abc>d")).toBe(true); // a>d: 5/9
    expect(isRedundant("ab>d")).toBe(true);
    expect(isRedundant("a>d")).toBe(false);
  });

  test("thresholds choose rules, and change nothing about them, nor how many were tested", () => {
    const itemsets = findFrequentItemsets(sevenBaskets, {minSupport: 0.25});
    const chosen = findAssociationRules(itemsets, {minConfidence: 0.5, minLift: 1.2, maxAntecedent: 2});
    expect(chosen).toEqual(sevenRules.filter(({confidence, lift}) => confidence >= 0.5 && lift >= 1.2));
    expect(findAssociationRules(itemsets, {maxAntecedent: 1}).every(({antecedent}) => antecedent.length === 1)).toBe(
      true,
    );
    expect(sevenRules.map(({adjustedPValue}) => adjustedPValue)).toEqual([
      ...benjaminiHochberg(sevenRules.map(({pValue}) => pValue)),
    ]);
  });

  test("one item in every basket: independent of all", () => {
    const rules = findAssociationRules(findFrequentItemsets(spell("ab", "a", "ab", "ac")));
    expect(rules.map(nameOf)).toEqual(["a>b", "b>a", "a>c", "c>a"]);
    for (const rule of rules)
      expect(rule).toMatchObject({lift: 1, leverage: 0, zhang: 0, pValue: 1, adjustedPValue: 1});
    expect(rules.map(({conviction}) => conviction)).toEqual([1, Infinity, 1, Infinity]);
  });

  test.each([[[]], [["", ""]], [["a", "b", "a", ""]]])("%j: no pair, no rule", (baskets) => {
    expect(findAssociationRules(findFrequentItemsets(spell(...baskets)))).toEqual([]);
  });

  test("a set without its parts is an error", () => {
    const torn = {
      offsets: Int32Array.of(0, 1, 3),
      items: Int32Array.of(0, 0, 1),
      counts: Int32Array.of(2, 1),
      basketCount: 3,
    };
    expect(() => findAssociationRules(torn)).toThrow("itemsets lack {1}");
  });

  const shops = fc.array(fc.uniqueArray(fc.integer({min: 0, max: 5})), {minLength: 1, maxLength: 25});

  test("satisfy the measures' identities, on any shop", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const has = (items: readonly number[]) =>
          shop.filter((basket) => items.every((item) => basket.includes(item))).length;
        const rules = findAssociationRules(findFrequentItemsets(fromLists(shop)));
        for (const rule of rules) {
          const {antecedent, consequent, support, antecedentSupport, consequentSupport, confidence, lift} = rule;
          expect(rule.count).toBe(has([...antecedent, consequent]));
          expect(rule.antecedentCount).toBe(has(antecedent));
          expect(rule.consequentCount).toBe(has([consequent]));
          expect(confidence).toBeCloseTo(support / antecedentSupport, 12);
          expect(lift).toBeCloseTo(confidence / consequentSupport, 12);
          expect(rule.leverage).toBeCloseTo(support - antecedentSupport * consequentSupport, 12);
          expect(1 / rule.conviction).toBeCloseTo(
            confidence === 1 ? 0 : (1 - confidence) / (1 - consequentSupport),
            12,
          );
          expect(Math.sign(rule.zhang)).toBe(Math.sign(rule.leverage));
          expect(Math.abs(rule.zhang)).toBeLessThanOrEqual(1);
          expect(rule.adjustedPValue).toBeGreaterThanOrEqual(rule.pValue);
          const parts = rules.filter(
            (other) =>
              other.consequent === consequent &&
              other.antecedent.length < antecedent.length &&
              other.antecedent.every((item) => antecedent.includes(item)),
          );
          expect(rule.isRedundant).toBe(parts.some((part) => part.confidence >= confidence));
        }
        const byName = new Map(rules.map((rule) => [nameOf(rule), rule]));
        for (const rule of rules.filter(({antecedent}) => antecedent.length === 1)) {
          const turned = byName.get([...nameOf(rule)].reverse().join(""))!;
          expect([turned.lift, turned.leverage, turned.pValue]).toEqual([rule.lift, rule.leverage, rule.pValue]);
        }
      }),
      {numRuns: 15},
    );
  });

  test("do not depend on the order of baskets or the numbers of items", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const listed = (baskets: number[][], back: (item: number) => number) =>
          findAssociationRules(findFrequentItemsets(fromLists(baskets)))
            .map(({antecedent, consequent, ...rule}) =>
              JSON.stringify([antecedent.map(back).sort(), back(consequent), rule.lift, rule.pValue, rule.isRedundant]),
            )
            .sort();
        const turn = (item: number) => 5 - item;
        expect(
          listed(
            shop.toReversed().map((basket) => basket.map(turn)),
            turn,
          ),
        ).toEqual(listed(shop, (item) => item));
      }),
      {numRuns: 15},
    );
  });
});

const file = findPublicData("groceries/groceries-long.csv.gz");
const itemFile = findPublicData("groceries/groceries-items.csv.gz");

// Hahsler, Grün & Hornik (2005), arules: apriori(Groceries, parameter = list(support = …, confidence = …, minlen = 2)).
describe.skipIf(!file || !itemFile)("rules of Groceries", () => {
  function mine(level: "labels" | "level1" | "level2", minSupport: number, minConfidence: number, maxItems = Infinity) {
    const {names, baskets} = readGroceries(file!, itemFile!, level);
    const rules = findAssociationRules(findFrequentItemsets(baskets, {minSupport, maxItems}), {minConfidence});
    const describeRule = ({antecedent, consequent}: Rule) =>
      `${antecedent.map((item) => names[item]).join(" + ")} => ${names[consequent]}`;
    return {rules, named: new Map(rules.map((rule) => [describeRule(rule), rule]))};
  }

  test("at support 0.001 and confidence 0.8", () => {
    const {rules, named} = mine("labels", 0.001, 0.8);
    const ofSize = (size: number) => rules.filter(({antecedent}) => antecedent.length === size - 1).length;
    expect([rules.length, ...[2, 3, 4, 5, 6, 7].map(ofSize)]).toEqual([410, 0, 29, 229, 140, 12, 0]);
    const [name, first] = [...named][0]!;
    expect(name).toBe("liquor + red/blush wine => bottled beer");
    expect(first!.count).toBe(19);
    expect(first!.support).toBeCloseTo(0.001931876, 9);
    expect(first!.confidence).toBeCloseTo(0.9047619, 7);
    expect(first!.lift).toBeCloseTo(11.2352694, 7);
    expect(rules.filter(({isRedundant}) => isRedundant)).toHaveLength(18);
  });

  test("at support 0.01 and confidence 0.5", () => {
    const {rules, named} = mine("labels", 0.01, 0.5);
    expect(rules).toHaveLength(15);
    const [name, first] = [...named][0]!;
    expect(name).toBe("citrus fruit + root vegetables => other vegetables");
    expect(first!.count).toBe(102);
    expect(first!.confidence).toBeCloseTo(0.5862069, 7);
    expect(first!.lift).toBeCloseTo(3.0296084, 7);
    expect(first!.leverage).toBeCloseTo(0.006948, 6);
    expect(first!.conviction).toBeCloseTo(1.949059, 6);
  });

  // mlxtend 0.25: association_rules(fpgrowth(baskets, 0.01, max_len = 3), "confidence", 0.3), one-item consequents.
  test.each([
    {
      level: "level2",
      count: 633,
      first: "bread and backed goods + long-life bakery products => chocolate",
      lift: 2.77436407,
    },
    {level: "level1", count: 259, first: "canned food + snacks and candies => processed food", lift: 2.35410982},
  ] as const)("on $level at support 0.01 and confidence 0.3, up to three categories", ({level, count, first, lift}) => {
    const {rules, named} = mine(level, 0.01, 0.3, 3);
    expect(rules).toHaveLength(count);
    expect([...named.keys()][0]).toBe(first);
    expect(rules[0]!.lift).toBeCloseTo(lift, 8);
  });
});
