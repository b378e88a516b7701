import {getFormat} from "../format.ts";
import {identityChanges} from "../identity/identity-changes.ts";
import type {Language} from "../language.ts";
import {markup} from "../markup.ts";
import {getMessages} from "../messages.ts";
import {monthOf} from "../month.ts";
import {pageSource} from "../page-source.ts";
import {emptyFields} from "./empty-fields.ts";
import {entryPoints} from "./entry-points.ts";
import {feeds} from "./feeds.ts";
import {gradeRules} from "./grade-rules.ts";
import {problemList} from "./problem-list.ts";
import {nameReason, type QualityContext, type QualityData} from "./quality-context.ts";
import {runTrend} from "./run-trend.ts";
import {sourceTable} from "./source-table.ts";

/** The quality page as a page source: whether the data can be trusted, and what is wrong with it. No script. */
export function renderQuality(data: QualityData, {lang}: {lang: Language}): string {
  const {manifest, counts, months, trend} = data;
  const {currency} = manifest.shop;
  const context: QualityContext = {t: getMessages(lang, currency), f: getFormat(lang, currency), lang, manifest};
  const {t, f} = context;
  const current = trend.filter((row) => row.is_current);
  const all = current.find((row) => row.entity === "all")!;
  const sources = current.filter((row) => row.entity !== "all");
  const days = sources.find((row) => row.entity === all.reason_entity)?.days_behind ?? null;
  const newest = months.filter((row) => row.entity === "all").at(-1)!;
  const lead = t.qualityLead({
    records: all.records,
    sources: sources.length,
    malformed: all.rejected + all.duplicates,
    orphans: all.orphans,
    range: all.out_of_range,
  });
  const body = markup`<article class="quality">
<div class="dateline"><p><b>${t.qualityTitle}</b> <span>${manifest.shop.name}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span></p></div>
<div class="lead"><h1>${t.qualityHeadline(all.grade, nameReason(all, counts, days, context))}</h1>
<p class="deck">${lead} ${t.qualityNewest(monthOf(newest.month), newest.grade)}</p></div>
${sourceTable(sources, counts, context)}
${feeds(months, context)}
<div class="row">${problemList(counts, context)}
${emptyFields(counts, context)}</div>
${entryPoints(counts, context)}
${identityChanges(data.identity, context)}
<div class="row">${runTrend(trend, context)}
${gradeRules(data.limits, context)}</div>
</article>`;
  return pageSource(body, {title: `${t.qualityTitle} · ${f.date(manifest.asOf)}`, lang});
}
