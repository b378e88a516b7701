import {dataTable} from "../charts/data-table.ts";
import {sparkline} from "../charts/sparkline.ts";
import {type Markup, markup} from "../markup.ts";
import {gradeMark, type QualityContext} from "./quality-context.ts";
import type {QualityTrendRow} from "./quality-rows.ts";

const shown = 12;

/** How quality changed from run to run; a run counts where its input differs from the one before. */
export function runTrend(rows: readonly QualityTrendRow[], {t, f}: QualityContext): Markup {
  const runs = rows.filter((row) => row.entity === "all");
  const shares = runs.map((run) => problems(run) / Math.max(1, run.records));
  const last = shares.at(-1)!;
  return markup`<section class="card"><h2>${t.qualityTrendTitle(last, shares.at(-2) ?? null)}</h2>
<p class="subtitle">${t.qualityTrendSubtitle}</p>
${
  runs.length > 1 &&
  markup`<div class="quality-trend">${sparkline(
    shares.map((value) => ({value, isTentative: false})),
    {label: t.qualityTrendAlt(runs.length, Math.min(...shares), Math.max(...shares)), area: true},
  )}</div>`
}
${dataTable({
  caption: t.qualityTrendSubtitle,
  columns: [
    {label: t.qualityRun},
    {label: t.qualityGrade},
    {label: t.qualityRecords, isNumber: true},
    {label: t.qualityFaulty, isNumber: true},
    {label: t.share, isNumber: true},
  ],
  rows: runs
    .slice(-shown)
    .toReversed()
    .map((run) => [
      t.qualityRunName(run.run, run.as_of.toISOString().slice(0, 10)),
      gradeMark(run.grade),
      f.integer(run.records),
      f.integer(problems(run)),
      f.percent(problems(run) / Math.max(1, run.records)),
    ]),
})}</section>`;
}

function problems({rejected, duplicates, orphans, out_of_range}: QualityTrendRow): number {
  return rejected + duplicates + orphans + out_of_range;
}
