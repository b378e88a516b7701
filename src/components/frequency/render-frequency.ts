import type {ChurnCurveRow} from "../churn/churn-curve-row.ts";
import type {FieldUsageRow} from "../gaps/field-usage-row.ts";
import {listMissing} from "../gaps/get-gaps.ts";
import type {Need} from "../gaps/needs.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {missingSource} from "../missing-source.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {EventCountRow, PurchaseLagRow} from "../retention/retention-rows.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {countsCard, getYearCounts} from "./counts-card.ts";
import {ladderCard} from "./ladder-card.ts";
import {lagCard, stepCurves} from "./lag-card.ts";
import type {OrderLadderRow} from "./order-ladder-row.ts";
import {categoryLagCard, secondOrderCard} from "./second-order-card.ts";

export interface FrequencyData {
  manifest: Manifest;
  segments: SegmentRow[];
  counts: EventCountRow[];
  ladder: OrderLadderRow[];
  churn: ChurnCurveRow[];
  lags: PurchaseLagRow[];
  usage: FieldUsageRow[];
}

/** What the page asks of a shop's data beyond orders. */
const asked: readonly Need[] = ["products_sold", "product_tree"];

/** Frequency and purchase lag as a page source: how often, how soon again, and who places a second order. No script. */
export function renderFrequency(data: FrequencyData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const year = getYearCounts(data.counts);
  const first = data.ladder.find((row) => row.order_no === 1 && row.conversion !== null);
  const lacking = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const missing = lacking.length > 0 && missingSource(lacking, context);
  // What is missing is told once.
  const hasCategories = !missing || data.lags.some(({dimension}) => dimension === "category");
  const body = markup`<article class="retention frequency">
<div class="dateline"><p><b>${t.frequencyTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${year ? t.frequencyHeadline(year.once) : t.frequencyPlain}</h1>
<p class="deck">${first && t.retentionSecond(first.conversion!, first.median_days)}</p></div>
<div class="row even">${countsCard(data.counts, context)}${ladderCard(data.ladder, context)}</div>
<div class="row even">${lagCard(data.churn, context)}${stepCurves(data.churn, context)}</div>
${secondOrderCard(data.lags, "first_value", false, context)}
${secondOrderCard(data.lags, "first_category", missing, context)}
${hasCategories && categoryLagCard(data.lags, context)}
</article>`;
  return pageSource(body, {title: t.frequencyTitle, lang});
}
