import type {TableOptions} from "../../charts/data-table.ts";
import type {PageContext} from "../../page-context.ts";
import type {BasketLevel, BasketRuleRow} from "../basket-rows.ts";
import {markNames} from "../mark-names.ts";

/** Rules as a table: what is bought, what too, and the measures that a sentence rests on. */
export function ruleTable(
  rules: readonly BasketRuleRow[],
  caption: string,
  nameOf: (level: BasketLevel, item: string) => string,
  {t, f}: PageContext,
): TableOptions {
  return {
    caption,
    className: "rules",
    columns: [
      {label: t.ruleColumn},
      {label: t.ruleMeasures.count, isNumber: true},
      {label: t.ruleMeasures.confidence, isNumber: true},
      {label: t.ruleMeasures.lift, isNumber: true},
    ],
    rows: rules.map((rule) => [
      markNames(
        `${[rule.antecedent, rule.second_antecedent]
          .filter((item) => item !== null)
          .map((item) => nameOf(rule.level, item))
          .join(" + ")} → ${nameOf(rule.level, rule.consequent)}`,
      ),
      f.integer(rule.count),
      f.percent(rule.confidence),
      f.decimal(rule.lift, 2),
    ]),
  };
}
