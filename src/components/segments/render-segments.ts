import {dataTable} from "../charts/data-table.ts";
import {hatchDefinition} from "../charts/hatch.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {type Markup, markup} from "../markup.ts";
import {type Month, monthsUntil} from "../month.ts";
import {getPageContext, type PageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {MigrationRow} from "../report/movement-rows.ts";
import {getMoves} from "../report/moves.ts";
import {segmentHistory, sizesOf} from "../segment-history.ts";
import type {SegmentRow, SegmentSizeRow} from "../segment-rows.ts";
import type {SegmentValueRow} from "../value/value-rows.ts";
import {profileTable} from "./profile-table.ts";
import {segmentCard} from "./segment-card.ts";
import {getProfiles} from "./segment-profile.ts";

export interface SegmentsData {
  manifest: Manifest;
  segments: SegmentRow[];
  sizes: SegmentSizeRow[];
  migration: MigrationRow[];
  values: SegmentValueRow[];
}

const shown = 24;

/** The segments page as a page source: who is in each segment, and each segment over time. No script. */
export function renderSegments(data: SegmentsData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, names, manifest} = context;
  const month = manifest.months.at(-1)!;
  const profiles = getProfiles(data.sizes, month, names);
  const moves = getMoves(data.migration, month, names);
  const top = [...profiles].sort((a, b) => (b.revenueShare ?? -1) - (a.revenueShare ?? -1))[0]!;
  const customers = profiles.reduce((sum, profile) => sum + profile.customers, 0);
  const body = markup`${hatchDefinition}<article class="segments">
<div class="dateline"><p><b>${t.segmentsTitle}</b> <span>${f.month(month)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${t.segmentsHeadline(top.state.label, top.customers, top.revenueShare)}</h1>
<p class="deck">${t.segmentsLead(month, customers, top.share, top.state.label)}</p></div>
${profileTable(profiles, data.values, context)}
<section class="histories"><h2>${t.segmentsHistoryTitle}</h2>
<p class="subtitle">${t.segmentsHistorySubtitle}</p>
<div class="segment-cards">${names.segments.map((state) =>
    segmentCard(state, segmentHistory(data.sizes, state.key, month, shown), moves, context),
  )}</div>
${sizesTwin(data.sizes, month, context)}
</section>
</article>`;
  return pageSource(body, {title: t.segmentsTitle, lang});
}

function sizesTwin(rows: readonly SegmentSizeRow[], month: Month, {t, f, names, manifest}: PageContext): Markup {
  const months = monthsUntil(month, shown).filter((m) => manifest.months.includes(m));
  return markup`<details class="twin"><summary>${t.tableTwin}</summary>${dataTable({
    caption: t.segmentsHistorySubtitle,
    columns: [{label: t.month}, ...names.segments.map(({label}) => ({label, isNumber: true}))],
    rows: months.toReversed().map((m) => {
      const sizes = sizesOf(rows, m);
      return [f.month(m), ...names.segments.map(({key}) => f.integer(sizes.get(key) ?? 0))];
    }),
  })}</details>`;
}
