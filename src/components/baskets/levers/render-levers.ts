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
import {formatLever} from "./format-lever.ts";
import {gainCard} from "./gain-card.ts";
import {listLeverGaps} from "./lever-gaps.ts";
import type {LeverRow} from "./lever-row.ts";
import {leverTable} from "./lever-table.ts";
import {returnCard} from "./return-card.ts";

export interface LeversData {
  manifest: Manifest;
  segments: SegmentRow[];
  levers: LeverRow[];
  usage: FieldUsageRow[];
}

const asked: readonly Need[] = ["units", "returns"];

/** The three levers as a page source: basket value, items per basket and frequency, their gaps, and returns. No script. */
export function renderLevers(data: LeversData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, names, manifest} = context;
  const gaps = listLeverGaps(data.levers);
  const best = gaps[0];
  const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const body = markup`<article class="baskets levers">
<div class="dateline"><p><b>${t.leversTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${best ? t.leversHeadline[best.lever](names.label(best.segment), formatLever(best.lever, best.actual, f), formatLever(best.lever, best.target, f), best.gain) : t.leversPlain}</h1>
<p class="deck">${best && t.leversTarget(best.from === "shop" ? null : names.label(best.from))} ${t.leversLead}</p></div>
${leverTable(data.levers, context)}
<div class="row even">${gainCard(gaps, context)}${returnCard(data.levers, context)}</div>
${missingSource(missing, context)}
</article>`;
  return pageSource(body, {title: t.leversTitle, lang});
}
