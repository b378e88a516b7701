import type {FieldUsageRow} from "../gaps/field-usage-row.ts";
import {listMissing} from "../gaps/get-gaps.ts";
import type {Need} from "../gaps/needs.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {missingSource} from "../missing-source.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {type CohortPair, cohortCurves, cohortHeatMap, pairsCard, sayCohorts} from "./cohort-cards.ts";
import {getCohortFacts} from "./cohort-facts.ts";
import type {CohortRow} from "./cohort-row.ts";
import {getCohortValues} from "./cohort-values.ts";
import {groupCard} from "./group-card.ts";
import type {CohortGroupRow} from "./retention-rows.ts";
import {valueCard} from "./value-card.ts";

export interface RetentionData {
  manifest: Manifest;
  segments: SegmentRow[];
  cohorts: CohortRow[];
  groups: CohortGroupRow[];
  usage: FieldUsageRow[];
}

/** Cohorts as a page source: who comes back, what they are worth, and where those who do come from. No script. */
export function renderRetention(data: RetentionData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const rowsOf = (pair: string, period: CohortRow["period"]) =>
    data.cohorts.filter((row) => `${row.first_event} ${row.then_event}` === pair && row.period === period);
  const orders = rowsOf("order order", "month");
  const cohorts = getCohortFacts(orders);
  const values = getCohortValues(orders);
  const {subject, isOutstanding} = values;
  const pairs = [...new Set(data.cohorts.map((row) => `${row.first_event} ${row.then_event}`))]
    .filter((pair) => pair !== "order order")
    .map((pair): CohortPair => {
      const [from, to] = pair.split(" ") as [CohortPair["from"], CohortPair["to"]];
      return {from, to, facts: getCohortFacts(rowsOf(pair, "month"))};
    });
  const lacks = (asked: readonly Need[]) => {
    const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
    return missing.length > 0 && missingSource(missing, context);
  };
  const body = markup`<article class="retention">
<div class="dateline"><p><b>${t.retentionTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${cohorts.average.length > 0 ? `${sayCohorts(cohorts.average, context)}.` : t.cohortPlain}</h1>
<p class="deck">${subject && isOutstanding && `${t.valueTitle(subject.cohort.month, subject.monthNo, subject.value, subject.ratio)}. `}${t.cohortLead}</p></div>
<div class="row even">${valueCard(values, context)}${cohortCurves(cohorts, context)}</div>
${cohortHeatMap(cohorts, getCohortFacts(rowsOf("order order", "quarter")), context)}
<div class="row even">${groupCard(data.groups, "source", lacks(["acquisition_source"]), context)}${groupCard(data.groups, "first_category", lacks(["products_sold", "product_tree"]), context)}</div>
${data.groups.length > 0 && markup`<p class="note">${t.groupNote}</p>`}
${pairsCard(pairs, lacks(["registration", "visits", "messages"]), context)}
</article>`;
  return pageSource(body, {title: t.retentionTitle, lang});
}
