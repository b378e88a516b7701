import type {Basis, BasketLevel, BasketRuleRow} from "../basket-rows.ts";

/** Measures that rules are sorted by. */
export type RuleMeasure =
  | "count"
  | "confidence"
  | "lift"
  | "support"
  | "leverage"
  | "conviction"
  | "zhang"
  | "adjusted_p_value";

/** Which rules are wanted, and in which order. */
export interface RuleFilter {
  basis: Basis;
  level: BasketLevel;
  /** Things before the arrow; null: one or two. */
  size: 1 | 2 | null;
  /** A part of the name of a thing on either side, or of a category above it; empty: all. */
  text: string;
  withRedundant: boolean;
  sortBy: RuleMeasure;
  isDescending: boolean;
}

/** Rules that a filter lets pass, in its order; equal ones by lift, count, and what they are about. */
export function filterRules(
  rules: readonly BasketRuleRow[],
  {basis, level, size, text, withRedundant, sortBy, isDescending}: RuleFilter,
): BasketRuleRow[] {
  const wanted = foldText(text.trim());
  const sign = isDescending ? -1 : 1;
  // No conviction means that the rule was never wrong.
  const measure = (rule: BasketRuleRow) => rule[sortBy] ?? Number.POSITIVE_INFINITY;
  return rules
    .filter(
      (rule) =>
        rule.basis === basis &&
        rule.level === level &&
        (size === null || (rule.second_antecedent === null ? 1 : 2) === size) &&
        (withRedundant || !rule.is_redundant) &&
        (wanted === "" || listTexts(rule).some((part) => foldText(part).includes(wanted))),
    )
    .sort((a, b) => {
      const [left, right] = [measure(a), measure(b)];
      if (left !== right) return sign * (left < right ? -1 : 1);
      return b.lift - a.lift || b.count - a.count || compare(spell(a), spell(b));
    });
}

/** Text for comparison: without case, accents and the dots of the letter i, the Turkish one and the other. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[Iı]/g, "i")
    .toLowerCase();
}

function listTexts(rule: BasketRuleRow): string[] {
  return [
    rule.antecedent,
    rule.second_antecedent,
    rule.consequent,
    rule.antecedent_name,
    rule.second_antecedent_name,
    rule.consequent_name,
  ].filter((text) => text !== null);
}

function spell({antecedent, second_antecedent, consequent}: BasketRuleRow): string {
  return [antecedent, second_antecedent ?? "", consequent].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
