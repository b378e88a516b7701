import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {ChurnCurveRow, CohortRow, OrderLadderRow, SegmentRow} from "../tables.ts";
import {churnCard, getKnownChurn} from "./churn-card.ts";
import {cohortCurves, cohortHeatMap} from "./cohort-cards.ts";
import {getCohortFacts} from "./cohort-facts.ts";
import {ladderCard} from "./ladder-card.ts";
import {lagCard} from "./lag-card.ts";

export interface RetentionData {
  manifest: Manifest;
  segments: SegmentRow[];
  cohorts: CohortRow[];
  ladder: OrderLadderRow[];
  churn: ChurnCurveRow[];
}

/** Days of silence that the page's first sentence is about. */
const SILENT_DAYS = 60;

/** Retention as a page source: who comes back, how soon, and from when on silence means loss. No script. */
export function renderRetention(data: RetentionData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const silent = getKnownChurn(data.churn).find(({days}) => days === SILENT_DAYS);
  const returned = data.churn.find(({days}) => days === SILENT_DAYS)?.share_returned;
  const first = data.ladder.find((row) => row.order_no === 1 && row.conversion !== null);
  const cohorts = getCohortFacts(data.cohorts);
  const body = markup`<article class="retention">
<div class="dateline"><p><b>${t.retentionTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${silent ? t.retentionHeadline(SILENT_DAYS, silent.churn) : t.retentionPlain}</h1>
<p class="deck">${silent && returned !== undefined && `${t.retentionReturned(SILENT_DAYS, returned)} `}${first && t.retentionSecond(first.conversion!, first.median_days)}</p></div>
<div class="row even">${churnCard(data.churn, context)}${ladderCard(data.ladder, context)}</div>
${cohortHeatMap(cohorts, context)}
<div class="row even">${cohortCurves(cohorts, context)}${lagCard(data.churn, context)}</div>
</article>`;
  return pageSource(body, {title: t.retentionTitle, lang});
}
