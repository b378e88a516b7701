import type {BasketLevel, BasketRuleRow} from "../basket-rows.ts";

/** Two things that are bought together, in both directions where both are rules. */
export interface Pair {
  /** The direction with the higher confidence. */
  rule: BasketRuleRow;
  reverse: BasketRuleRow | undefined;
}

/** Pairs of things of a level, the highest lift first; one thing on each side of the rule. */
export function pickPairs(rules: readonly BasketRuleRow[], level: BasketLevel | undefined): Pair[] {
  const simple = rules
    .filter((rule) => rule.level === level && rule.second_antecedent === null)
    .sort((a, b) => b.lift - a.lift || a.place - b.place);
  const pairs = new Map<string, BasketRuleRow[]>();
  for (const rule of simple) {
    const key = [rule.antecedent, rule.consequent].sort().join("\n");
    pairs.set(key, [...(pairs.get(key) ?? []), rule]);
  }
  return [...pairs.values()].map((both) => {
    const [rule, reverse] = both.sort((a, b) => b.confidence - a.confidence || a.place - b.place);
    return {rule: rule!, reverse};
  });
}

/** The strongest rule with two things before the arrow that one of them alone would not give. */
export function pickTriple(rules: readonly BasketRuleRow[], level: BasketLevel | undefined): BasketRuleRow | undefined {
  return rules
    .filter((rule) => rule.level === level && rule.second_antecedent !== null && !rule.is_redundant)
    .sort((a, b) => a.place - b.place)[0];
}
