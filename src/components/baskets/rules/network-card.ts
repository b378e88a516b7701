import {chartCard, responsive} from "../../charts/chart-card.ts";
import {dataTable} from "../../charts/data-table.ts";
import {type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {BasketLevel, BasketRuleRow} from "../basket-rows.ts";
import {markNames} from "../mark-names.ts";
import {pickLevel} from "../pick-level.ts";
import {type Pair, pickPairs} from "./pick-rules.ts";
import {ruleNetwork} from "./rule-network.ts";
import {ruleTable} from "./rule-table.ts";

/** Pairs that are drawn, and things at most: for more there is no room. */
const WIDE = {pairs: 12, things: 12};
const NARROW = {pairs: 6, things: 8};

/** The strongest rules over orders as a picture; nothing where there is none. */
export function networkCard(
  rules: readonly BasketRuleRow[],
  nameOf: (level: BasketLevel, item: string) => string,
  context: PageContext,
): Markup | undefined {
  const {t, f} = context;
  const own = rules.filter(({basis}) => basis === "orders");
  const level = pickLevel(own);
  const pairs = keepFew(pickPairs(own, level), WIDE);
  const [first] = pairs;
  if (level === undefined || !first) return undefined;
  const name = (item: string) => nameOf(level, item);
  const title = t.networkTitle(name(first.rule.antecedent), name(first.rule.consequent), first.rule.lift);
  const titleId = "rule-network-title";
  const draw = (width: number, most: typeof WIDE, widest: number) =>
    ruleNetwork(keepFew(pairs, most), {
      f,
      width,
      labelledBy: titleId,
      widest,
      nameOf: name,
      describe: ({count, confidence, lift}) => t.networkRule(count, confidence, lift),
    });
  const subtitle = t.networkSubtitle(t.basketLevels[level]);
  return chartCard({
    className: "rule-network",
    title: markup`<span id="${titleId}">${markNames(title)}</span>`,
    subtitle,
    body: markup`<div class="picture-and-table">${responsive(draw(660, WIDE, 300), draw(360, NARROW, 180))}${dataTable(
      ruleTable(
        pairs.map(({rule}) => rule),
        subtitle,
        nameOf,
        context,
      ),
    )}</div>`,
    note: t.networkNote,
  });
}

/** The first pairs, as long as they are about few things. */
function keepFew(pairs: readonly Pair[], {pairs: most, things}: typeof WIDE): Pair[] {
  const seen = new Set<string>();
  const end = pairs.findIndex(({rule}) => seen.add(rule.antecedent).add(rule.consequent).size > things);
  return pairs.slice(0, end < 0 ? most : Math.min(most, end));
}
