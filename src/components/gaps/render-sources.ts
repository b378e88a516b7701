import {getFormat} from "../format.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {getMessages} from "../messages.ts";
import {pageSource} from "../page-source.ts";
import {fieldUsage, unusedFields} from "./field-list.ts";
import type {FieldUsageRow} from "./field-usage-row.ts";
import type {GapsContext} from "./gaps-context.ts";
import {getGaps} from "./get-gaps.ts";
import {getSources} from "./get-sources.ts";
import {nextList} from "./next-list.ts";
import type {ReportPage} from "./report.ts";
import {reportList} from "./report-list.ts";
import {sourceList} from "./source-list.ts";

export interface SourcesData {
  manifest: Manifest;
  usage: FieldUsageRow[];
  pages: ReportPage[];
}

/** The page of sources and gaps as a page source: what the reports lack, what to collect next, what nobody uses. No script. */
export function renderSources({manifest, usage, pages}: SourcesData, {lang}: {lang: Language}): string {
  const {currency} = manifest.shop;
  const context: GapsContext = {t: getMessages(lang, currency), f: getFormat(lang, currency), lang, manifest};
  const {t} = context;
  const gaps = getGaps(usage, pages);
  const places = new Map(Object.keys(t.entities).map((entity, i) => [entity, i]));
  const place = (entity: string) => places.get(entity) ?? places.size;
  const sources = getSources(usage, pages, manifest.sources).sort((a, b) => place(a.entity) - place(b.entity));
  const filled = sources.flatMap(({fields}) => fields).filter((field) => field.isFilled);
  const judged = gaps.reports.filter(({report}) => !report.describesData);
  const [next] = gaps.missing;
  const headline = t.gapsHeadline({
    full: judged.filter(({status}) => status === "full").length,
    reports: judged.length,
    first: next ? t.needs[next.need].name : null,
  });
  const lead = t.gapsLead({
    present: sources.filter(({records}) => records !== null && records > 0).length,
    sources: sources.length,
    used: filled.filter((field) => field.isUsed).length,
    filled: filled.length,
  });
  const body = markup`<article class="gaps">
<div class="dateline"><p><b>${t.gapsTitle}</b> <span>${manifest.shop.name}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span></p></div>
<div class="lead"><h1>${headline}</h1><p class="deck">${lead}</p></div>
${reportList(gaps.reports, context)}
${nextList(gaps.missing, context)}
${sourceList(sources, context)}
${unusedFields(sources, context)}
${fieldUsage(sources, context)}
</article>`;
  return pageSource(body, {title: t.gapsTitle, lang});
}
