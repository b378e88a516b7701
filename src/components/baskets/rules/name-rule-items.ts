import type {BasketLevel, BasketRuleRow} from "../basket-rows.ts";
import {isolate} from "../isolate.js";
import {getItemNames, type Item} from "../item-names.js";

/** What to call the things that rules are about, each name isolated. */
export function nameRuleItems(rules: readonly BasketRuleRow[]): (level: BasketLevel, item: string) => string {
  return getItemNames(
    rules.flatMap((rule): Item[] => [
      {level: rule.level, item: rule.antecedent, name: rule.antecedent_name},
      ...(rule.second_antecedent === null
        ? []
        : [{level: rule.level, item: rule.second_antecedent, name: rule.second_antecedent_name}]),
      {level: rule.level, item: rule.consequent, name: rule.consequent_name},
    ]),
    isolate,
  );
}
