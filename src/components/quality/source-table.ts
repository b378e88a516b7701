import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {describeReason, gradeMark, type QualityContext, sourceName} from "./quality-context.ts";
import type {QualityTrendRow, SourceQualityRow} from "./quality-rows.ts";

/** Every source: how much came, how fresh it is, what is wrong with it, its grade. */
export function sourceTable(
  rows: readonly QualityTrendRow[],
  counts: readonly SourceQualityRow[],
  context: QualityContext,
): Markup {
  const {t, f} = context;
  const bad = rows.filter((row) => row.grade !== "A");
  const count = (value: number): Content => (value === 0 ? markup`<span class="nil">0</span>` : f.integer(value));
  return markup`<section class="card"><h2>${t.qualitySourcesTitle(rows.length - bad.length, rows.length)}</h2>
<p class="subtitle">${t.qualitySourcesSubtitle}</p>
${dataTable({
  caption: t.qualitySourcesSubtitle,
  className: "quality-sources",
  columns: [
    {label: t.qualitySource},
    {label: t.qualityGrade},
    {label: t.qualityRecords, isNumber: true},
    {label: t.qualityNewestDay, isNumber: true},
    {label: t.qualityBehind, isNumber: true},
    {label: t.qualityMalformed, isNumber: true},
    {label: t.qualityDuplicates, isNumber: true},
    {label: t.qualityRepeated, isNumber: true},
    {label: t.qualityOrphans, isNumber: true},
    {label: t.qualityRange, isNumber: true},
    {label: t.qualityReason},
  ],
  rows: [...rows]
    .sort((a, b) => (a.grade === b.grade ? b.records - a.records : a.grade < b.grade ? 1 : -1))
    .map((row) => [
      markup`${sourceName(row.entity, context)} <span class="aside">${t.qualityAdapter(row.adapter ?? "", row.files ?? 0)}</span>`,
      gradeMark(row.grade),
      f.integer(row.records),
      row.newest_on ? f.date(row.newest_on.toISOString().slice(0, 10)) : t.none,
      row.days_behind === null ? t.none : count(row.days_behind),
      count(row.rejected),
      count(row.duplicates),
      count(row.repeated),
      count(row.orphans),
      count(row.out_of_range),
      describeReason(row, counts, row.days_behind, context),
    ]),
})}</section>`;
}
