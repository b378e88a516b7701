import {chartCard} from "../../charts/chart-card.ts";
import {dataTable} from "../../charts/data-table.ts";
import {type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {Basis, BasketLevel, BasketRuleRow} from "../basket-rows.ts";
import {listLevels, pickLevel} from "../pick-level.ts";
import {filterRules} from "./filter-rules.ts";
import {ruleTable} from "./rule-table.ts";
import type {ExplorerWords} from "./rules-explorer.ts";

/** Rules of each table with one thing before the arrow, and with two. */
const MOST_ROWS = {1: 6, 2: 3};
const bases: readonly Basis[] = ["customers", "orders"];

/** The strongest rules of each level as tables, in the place where a script puts all of them with a search. */
export function explorerCard(
  rules: readonly BasketRuleRow[],
  nameOf: (level: BasketLevel, item: string) => string,
  context: PageContext,
): Markup | undefined {
  const {t} = context;
  const first = pickLevel(rules);
  if (first === undefined) return undefined;
  const tables = listLevels(rules).map((level) => {
    const parts = bases.flatMap((basis) => {
      const top = ([1, 2] as const).flatMap((size) =>
        filterRules(rules, {
          basis,
          level,
          size,
          text: "",
          withRedundant: false,
          sortBy: "lift",
          isDescending: true,
        }).slice(0, MOST_ROWS[size]),
      );
      const caption = t.explorerTop(t.basketBases[basis], t.basketLevels[level]);
      return top.length > 0
        ? [markup`<div><h3>${t.basketBases[basis]}</h3>${dataTable(ruleTable(top, caption, nameOf, context))}</div>`]
        : [];
    });
    return markup`<details${level === first && markup` open`}><summary>${t.basketLevels[level]}</summary><div class="columns">${parts}</div></details>
`;
  });
  return chartCard({
    className: "rules-explorer",
    title: t.explorerTitle(rules.length),
    subtitle: t.explorerSubtitle,
    body: markup`<div data-place="rules-explorer">${tables}</div>`,
    note: t.explorerNote,
  });
}

/** What the controls say. */
export function getExplorerWords(rules: readonly BasketRuleRow[], {lang, t, manifest}: PageContext): ExplorerWords {
  return {
    lang,
    currency: manifest.shop.currency,
    level: pickLevel(rules)!,
    bases: bases
      .filter((basis) => rules.some((rule) => rule.basis === basis))
      .map((basis) => [basis, t.basketBases[basis]]),
    levels: listLevels(rules).map((level) => [level, t.basketLevels[level]]),
    sizes: t.explorerSizes,
    filters: t.explorerFilters,
    basis: t.explorerBasis,
    levelLabel: t.explorerLevel,
    size: t.explorerSize,
    text: t.explorerText,
    redundant: t.explorerRedundant,
    count: t.explorerCount,
    more: t.explorerMore,
    empty: t.explorerEmpty,
    sort: t.explorerSort,
    rule: t.ruleColumn,
    measures: t.ruleMeasures,
  };
}
