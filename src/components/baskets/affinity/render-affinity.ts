import type {FieldUsageRow} from "../../gaps/field-usage-row.ts";
import {listMissing} from "../../gaps/get-gaps.ts";
import type {Need} from "../../gaps/needs.ts";
import type {Language} from "../../language.ts";
import type {Manifest} from "../../manifest.ts";
import {markup} from "../../markup.ts";
import {missingSource} from "../../missing-source.ts";
import {getPageContext} from "../../page-context.ts";
import {pageSource} from "../../page-source.ts";
import type {SegmentRow} from "../../segment-rows.ts";
import {isolate} from "../isolate.ts";
import {getItemNames} from "../item-names.ts";
import {markNames} from "../mark-names.ts";
import {getAffinityFacts} from "./affinity-facts.ts";
import {affinityMatrix} from "./affinity-matrix.ts";
import type {CategoryAffinityRow} from "./category-affinity-row.ts";
import {crossSellCard} from "./cross-sell-card.ts";
import type {CrossSellRow} from "./cross-sell-row.ts";

export interface AffinityData {
  manifest: Manifest;
  segments: SegmentRow[];
  affinity: CategoryAffinityRow[];
  crossSell: CrossSellRow[];
  usage: FieldUsageRow[];
}

const asked: readonly Need[] = ["products_sold", "product_tree"];

/** Affinity and cross-sell as a page source: what each segment leans towards, and what to offer it next. No script. */
export function renderAffinity(data: AffinityData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, names, manifest} = context;
  const facts = getAffinityFacts(data.affinity, names);
  const nameOf = getItemNames([
    ...data.affinity.map(({level, item}) => ({level, item, name: null})),
    ...data.crossSell.flatMap((row) => [
      row,
      {level: row.level, item: row.antecedent, name: row.antecedent_name},
      ...(row.second_antecedent === null
        ? []
        : [{level: row.level, item: row.second_antecedent, name: row.second_antecedent_name}]),
    ]),
  ]);
  const offer = [...data.crossSell].sort(
    (a, b) => b.expected_buyers - a.expected_buyers || (a.item < b.item ? -1 : 1),
  )[0];
  const strongest = facts.extremes
    .flatMap(({state, strong}) => (strong ? [{state, row: strong}] : []))
    .sort((a, b) => b.row.affinity - a.row.affinity)[0];
  const weakest = facts.extremes
    .flatMap(({state, weak}) => (weak ? [{state, row: weak}] : []))
    .sort((a, b) => a.row.affinity - b.row.affinity)[0];
  const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const body = markup`<article class="baskets affinity">
<div class="dateline"><p><b>${t.affinityPage}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${markNames(headline())}</h1>
<p class="deck">${strongest && markNames(t.affinityStrongest(strongest.state.label, isolate(nameOf(facts.level, strongest.row.item)), strongest.row.affinity))} ${weakest && markNames(t.affinityWeakest(weakest.state.label, isolate(nameOf(facts.level, weakest.row.item)), weakest.row.affinity))}</p></div>
${crossSellCard(data.crossSell, nameOf, context)}
${affinityMatrix(facts, (item) => nameOf(facts.level, item), missing.length > 0 && missingSource(missing, context), context)}
</article>`;
  return pageSource(body, {title: t.affinityPage, lang});

  function headline(): string {
    if (!offer) return t.affinityPlain;
    return t.affinityHeadline(
      names.label(offer.segment),
      offer.customers,
      isolate(nameOf(offer.level, offer.item)),
      offer.confidence,
    );
  }
}
