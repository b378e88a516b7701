import {chartCard} from "../../charts/chart-card.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {Basis, BasketLevel, BasketRuleRow, BasketSizeRow} from "../basket-rows.ts";
import {markNames} from "../mark-names.ts";
import {pickLevel} from "../pick-level.ts";
import {countShare} from "../share-in-words.ts";
import {whyNoRule} from "../why-no-rule.ts";
import {type Pair, pickPairs, pickTriple} from "./pick-rules.ts";

const MOST_PAIRS = 4;

type NameOf = (level: BasketLevel, item: string) => string;

interface RuleListData {
  rules: readonly BasketRuleRow[];
  sizes: readonly BasketSizeRow[];
}

/** A rule as a sentence. */
export function sayRule(rule: BasketRuleRow, nameOf: NameOf, {t}: PageContext): Markup {
  const antecedent = [rule.antecedent, rule.second_antecedent].filter((item) => item !== null);
  return markNames(
    t.ruleSentence({
      basis: rule.basis,
      antecedent: antecedent.map((item) => nameOf(rule.level, item)),
      consequent: nameOf(rule.level, rule.consequent),
      share: countShare(rule.confidence),
      lift: rule.lift,
    }),
  );
}

/** The strongest rules over a basis as sentences: pairs, then one with two things before the arrow. */
export function ruleList(basis: Basis, {rules, sizes}: RuleListData, nameOf: NameOf, context: PageContext): Markup {
  const {t} = context;
  const own = rules.filter((rule) => rule.basis === basis);
  const level = pickLevel(own);
  const title = basis === "orders" ? t.ruleListOrders : t.ruleListCustomers;
  if (level === undefined)
    return chartCard({title, subtitle: t.basketBases[basis], body: whyNoRule(basis, sizes, context)});
  const pairs = pickPairs(own, level).slice(0, MOST_PAIRS);
  const triple = pickTriple(own, level);
  return chartCard({
    className: "sentences",
    title,
    subtitle: t.ruleListSubtitle(basis, t.basketLevels[level]),
    body: markup`<ul>${[...pairs, ...(triple ? [{rule: triple, reverse: undefined}] : [])].map(sentence)}</ul>`,
    note: t.rulesUsual,
  });

  function sentence({rule, reverse}: Pair): Content {
    return markup`<li>${sayRule(rule, nameOf, context)} <span class="detail">${t.ruleDetail(basis, rule.count, rule.antecedent_count)}${reverse && `; ${t.ruleReverse(reverse.confidence)}`}</span></li>
`;
  }
}
