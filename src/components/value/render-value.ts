import type {Need} from "../gaps/needs.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {bridgeCard} from "./bridge-card.ts";
import {channelCard} from "./channel-card.ts";
import {findChosenModel} from "./chosen-model.ts";
import {cohortValueCard} from "./cohort-value-card.ts";
import {concentrationCard} from "./concentration-card.ts";
import {segmentValueCard} from "./segment-value-card.ts";
import {slidingCard} from "./sliding-card.ts";
import type {
  BacktestScoreRow,
  ChannelValueRow,
  CohortValueRow,
  SegmentValueRow,
  SlidingValueRow,
  ValueDecileRow,
  ValueModelRow,
} from "./value-rows.ts";

export interface ValueData {
  manifest: Manifest;
  segments: SegmentRow[];
  models: ValueModelRow[];
  scores: BacktestScoreRow[];
  segmentValues: SegmentValueRow[];
  cohorts: CohortValueRow[];
  deciles: ValueDecileRow[];
  sliding: SlidingValueRow[];
  channels: ChannelValueRow[];
  /** Needs of the page that no field of the shop delivers. */
  missing: Need[];
}

/** Customer value as a page source: what customers have been worth, and what is to be expected of them. No script. */
export function renderValue(data: ValueData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const chosen = findChosenModel(data.models, data.scores);
  const total = data.segmentValues.find(({is_total}) => is_total);
  const expected = total?.predicted_net_revenue_12_months ?? null;
  const repeaters = data.models.find(({period}) => period === "all")?.repeaters ?? 0;
  const body = markup`<article class="value">
<div class="dateline"><p><b>${t.clvTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${headline()}</h1>
<p class="deck">${deck()}</p>
${chosen && !chosen.isDropoutKnown && markup`<p class="deck">${t.clvNoDropout} <a href="/${lang}/retention">${t.clvNoDropoutLink} →</a></p>`}</div>
${segmentValueCard(data.segmentValues, chosen, context)}
<div class="row even">${concentrationCard(data.deciles, context)}${cohortValueCard(data.cohorts, chosen !== null, context)}</div>
${slidingCard(data.sliding, data.segmentValues, chosen, context)}
${bridgeCard(data.segmentValues, context)}
${channelCard(data.channels, data.missing, context)}
</article>`;
  return pageSource(body, {title: t.clvTitle, lang});

  function headline(): string {
    if (chosen && total && expected !== null) return t.clvHeadline(total.buyers, expected);
    if (total && total.net_revenue_per_customer !== null)
      return t.clvHeadlinePlain(total.buyers, total.net_revenue_per_customer);
    return t.clvNobody;
  }

  function deck() {
    if (!chosen) return t.clvWhyNoModel(repeaters);
    return [
      total?.low_12_months != null &&
        total.high_12_months !== null &&
        `${t.clvDeckInterval(total.low_12_months, total.high_12_months)} `,
      t.clvDeckOnly,
      " ",
      chosen.purchaseError === null
        ? t.clvDeckUntested
        : t.clvDeckTested(
            t.methodName(chosen.method),
            manifest.definitions.value.holdoutMonths,
            chosen.purchaseError,
            chosen.revenueError,
          ),
      " ",
      markup`<a href="/${lang}/backtest">${t.clvDeckLink} →</a>`,
    ];
  }
}
