import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {findChosenModel} from "../value/chosen-model.ts";
import type {BacktestScoreRow, BacktestWeekRow, ValueModelRow} from "../value/value-rows.ts";
import {calibrationCard} from "./calibration-card.ts";
import {modelTable} from "./model-table.ts";
import {scoreCard} from "./score-card.ts";
import {trackingCard} from "./tracking-card.ts";

export interface BacktestData {
  manifest: Manifest;
  segments: SegmentRow[];
  models: ValueModelRow[];
  scores: BacktestScoreRow[];
  weeks: BacktestWeekRow[];
}

/** The backtest as a page source: how well purchases can be predicted, and by which model customers are valued. No script. */
export function renderBacktest(data: BacktestData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const {holdoutMonths} = manifest.definitions.value;
  const chosen = findChosenModel(data.models, data.scores);
  const tested = data.scores.find(
    (row) => row.method === chosen?.method && row.measure === "purchases" && row.frequency === null,
  );
  const isTested = tested?.actual != null && tested.expected !== null;
  const repeaters = data.models.find(({period}) => period === "all")?.repeaters ?? 0;
  const naive = data.scores.find(
    (row) => row.method === "same-rate" && row.measure === "purchases" && row.frequency === null,
  );
  const body = markup`<article class="backtest">
<div class="dateline"><p><b>${t.backtestTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${headline()}</h1>
<p class="deck">${chosen && `${t.backtestReason(t.methodName(chosen.method), chosen.reason, holdoutMonths)} `}${isTested && naive?.class_error != null && tested.class_error !== null && `${t.backtestNaive(tested.class_error, naive.class_error)} `}<a href="/${lang}/value">${t.backtestLink} →</a></p>
${chosen && !chosen.isDropoutKnown && markup`<p class="deck">${t.clvNoDropout}</p>`}</div>
${
  isTested &&
  markup`<div class="row even">${trackingCard(data.weeks, chosen!.method, true, context)}${trackingCard(data.weeks, chosen!.method, false, context)}</div>
<div class="row even">${calibrationCard(data.scores, chosen!.method, context)}${scoreCard(data.scores, context)}</div>`
}
${modelTable(data.models, context)}
</article>`;
  return pageSource(body, {title: t.backtestTitle, lang});

  function headline(): string {
    if (!chosen) return t.clvWhyNoModel(repeaters);
    if (!isTested) return t.backtestTooShort(holdoutMonths, manifest.months.length - Number(manifest.isPartialMonth));
    return t.backtestHeadline(holdoutMonths, tested!.actual!, tested!.expected!);
  }
}
