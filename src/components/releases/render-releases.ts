import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {type Markup, markup} from "../markup.ts";
import {monthOf} from "../month.ts";
import {getPageContext, type PageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {earlierList} from "./earlier-list.ts";
import {restatedByTable, restatedFigures} from "./restated-tables.ts";
import {listCauses, type ReleaseHistory, type RestatementCause, type RestatementRow} from "./restatements.ts";

export interface ReleasesData extends ReleaseHistory {
  manifest: Manifest;
  segments: SegmentRow[];
}

/** The page of releases: which published figures are others now, why, and which releases there are. No script. */
export function renderReleases(data: ReleasesData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const own = data.restatements.filter((row) => row.release === null);
  const body = markup`<article class="releases">
<div class="dateline"><p><b>${t.releasesTitle}</b> <span>${manifest.shop.name}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead">${lead(data, own, context)}</div>
${restatedFigures(own, context)}
${restatedByTable(own, context)}
${earlierList(data, context)}
${causeRules(context)}
</article>`;
  return pageSource(body, {title: `${t.releasesTitle} · ${f.date(manifest.asOf)}`, lang});
}

function lead({earlier}: ReleaseHistory, own: readonly RestatementRow[], {t}: PageContext): Markup {
  if (!earlier)
    return markup`<h1>${t.releasesNone}</h1>
<p class="deck">${t.releasesNoneDeck}</p>`;
  if (earlier.comparedWith === null)
    return markup`<h1>${t.releasesNotAssessed}</h1>
<p class="deck">${t.releasesNotAssessedDeck}</p>`;
  const counts = new Map<RestatementCause, number>();
  for (const row of own) for (const cause of listCauses(row)) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const causes = [...counts].sort((a, b) => b[1] - a[1]).map(([cause]) => cause);
  const months = own.map((row) => monthOf(row.month)).sort();
  const deck = months.length ? t.releasesMonths(months[0]!, months.at(-1)!) : t.releasesUnchanged;
  return markup`<h1>${t.releasesHeadline(own.length, causes)}</h1>
<p class="deck">${deck} ${t.releasesCompared(earlier.comparedWith)}</p>`;
}

/** How a cause is found. */
function causeRules({t}: PageContext): Markup {
  return markup`<section class="card"><h2>${t.causeRulesTitle}</h2>
<dl class="causes">${Object.entries(t.causeRules).map(
    ([cause, rule]) => markup`<dt>${t.restatedCauses[cause as RestatementCause]}</dt><dd>${rule}</dd>`,
  )}</dl></section>`;
}
