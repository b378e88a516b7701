import {hatchDefinition} from "../charts/hatch.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {ChurnBehaviourRow, ChurnConditionRow, WinBackRow} from "../retention/retention-rows.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {behaviourCard} from "./behaviour-card.ts";
import {churnCard, getKnownChurn} from "./churn-card.ts";
import type {ChurnCurveRow} from "./churn-curve-row.ts";
import {conditionCard, sayConditions} from "./condition-card.ts";
import {winBackCard} from "./win-back-card.ts";

export interface ChurnData {
  manifest: Manifest;
  segments: SegmentRow[];
  churn: ChurnCurveRow[];
  conditions: ChurnConditionRow[];
  behaviours: ChurnBehaviourRow[];
  winBacks: WinBackRow[];
}

/** Days of silence that the page's first sentence is about. */
const SILENT_DAYS = 60;
const MOST_REASONS = 2;

/** Churn as a page source: from when on silence means loss, after what, and what the lost have in common. No script. */
export function renderChurn(data: ChurnData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const churn = data.churn.filter((row) => row.order_no === 0);
  const silent = getKnownChurn(churn).find(({days}) => days === SILENT_DAYS);
  const returned = churn.find(({days}) => days === SILENT_DAYS)?.share_returned;
  const reasons = sayConditions(data.conditions, context).slice(0, MOST_REASONS);
  const body = markup`${hatchDefinition}<article class="retention churn">
<div class="dateline"><p><b>${t.churnPageTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${silent ? t.retentionHeadline(SILENT_DAYS, silent.churn) : t.retentionPlain}</h1>
<p class="deck">${silent && returned !== undefined && `${t.retentionReturned(SILENT_DAYS, returned)} `}${reasons.join(" ")}</p></div>
<div class="row even">${churnCard(churn, context)}${conditionCard(data.conditions, context)}</div>
${behaviourCard(data.behaviours, context)}
${winBackCard(data.winBacks, context)}
</article>`;
  return pageSource(body, {title: t.churnPageTitle, lang});
}
