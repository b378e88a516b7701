import {escapeScript} from "../../escape.ts";
import type {FieldUsageRow} from "../../gaps/field-usage-row.ts";
import {listMissing} from "../../gaps/get-gaps.ts";
import type {Need} from "../../gaps/needs.ts";
import type {Language} from "../../language.ts";
import type {Manifest} from "../../manifest.ts";
import {markup} from "../../markup.ts";
import {missingSource} from "../../missing-source.ts";
import {getPageContext, type PageContext} from "../../page-context.ts";
import {pageSource} from "../../page-source.ts";
import type {SegmentRow} from "../../segment-rows.ts";
import type {BasketRuleRow, BasketSizeRow} from "../basket-rows.ts";
import {pickLevel} from "../pick-level.ts";
import {explorerCard, getExplorerWords} from "./explorer-card.ts";
import {nameRuleItems} from "./name-rule-items.ts";
import {networkCard} from "./network-card.ts";
import {type Pair, pickPairs} from "./pick-rules.ts";
import {ruleList, sayRule} from "./rule-list.ts";
import {ruleNotation} from "./rule-notation.ts";

export interface RulesData {
  manifest: Manifest;
  segments: SegmentRow[];
  rules: BasketRuleRow[];
  sizes: BasketSizeRow[];
  usage: FieldUsageRow[];
}

/** What rules ask of a shop's data. */
const asked: readonly Need[] = ["products_sold", "product_tree", "buyers"];

/**
 * What is bought together, as a page source: it reads without a script; one gives it a search over all rules. A shop without
 * a rule reads why, and what would bring one.
 */
export function renderRules(data: RulesData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const {rules} = data;
  const nameOf = nameRuleItems(rules);
  const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const [headline, besides] = pickHeadlines(rules);
  const body = markup`<article class="baskets">
<div class="dateline"><p><b>${t.rulesTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${headline ? sayRule(headline.rule, nameOf, context) : t.rulesPlain}</h1>
<p class="deck">${besides && sayRule(besides.rule, nameOf, context)}</p></div>
<div class="row even">${ruleList("customers", data, nameOf, context)}${ruleList("orders", data, nameOf, context)}</div>
${networkCard(rules, nameOf, context)}
${explorerCard(rules, nameOf, context)}
${ruleNotation(context)}
${missingSource(missing, context)}
</article>`;
  const source = pageSource(body, {title: t.rulesTitle, lang});
  return rules.length > 0 ? source + explorerCell(rules, context) : source;
}

/** The strongest pair over customers, and over orders the strongest other one. */
function pickHeadlines(rules: readonly BasketRuleRow[]): Pair[] {
  const [customers, orders] = (["customers", "orders"] as const).map((basis) => {
    const own = rules.filter((rule) => rule.basis === basis);
    return pickPairs(own, pickLevel(own));
  });
  const [first] = [...customers!, ...orders!];
  if (!first) return [];
  const spell = ({rule}: Pair) => [rule.level, ...[rule.antecedent, rule.consequent].sort()].join("\n");
  const besides = orders!.find((pair) => spell(pair) !== spell(first));
  return besides ? [first, besides] : [first];
}

/** The cell that puts all rules, with their controls, into their place. */
function explorerCell(rules: readonly BasketRuleRow[], context: PageContext): string {
  return `
\`\`\`js
import {rulesExplorer} from "../components/baskets/rules/rules-explorer.js";
rulesExplorer(document.querySelector("[data-place=rules-explorer]"), await FileAttachment("/data/basket-rules.arrow").arrow(), ${escapeScript(getExplorerWords(rules, context))});
\`\`\`
`;
}
