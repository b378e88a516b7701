import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {type QualityContext, sourceName} from "./quality-context.ts";
import type {SourceQualityRow} from "./quality-rows.ts";

const measures = ["rejected", "duplicate", "declared", "range", "later", "orphan", "needed", "repeated"];

/** What was left out and why, and what was taken though something is wrong with it: by rule, the most frequent first. */
export function problemList(counts: readonly SourceQualityRow[], context: QualityContext): Markup {
  const {t, f} = context;
  const found = counts
    .filter((count) => count.entry_kind === "all" && measures.includes(count.measure))
    .sort((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure) || (b.rows ?? 0) - (a.rows ?? 0));
  const leftOut = found
    .filter(({measure}) => ["rejected", "duplicate", "declared"].includes(measure))
    .reduce((sum, {rows}) => sum + (rows ?? 0), 0);
  return markup`<section class="card"><h2>${t.qualityProblemsTitle(leftOut)}</h2>
<p class="subtitle">${t.qualityProblemsSubtitle}</p>
${
  found.length
    ? dataTable({
        caption: t.qualityProblemsSubtitle,
        columns: [
          {label: t.qualitySource},
          {label: t.qualityWhat},
          {label: t.qualityRule},
          {label: t.qualityRows, isNumber: true},
          {label: t.share, isNumber: true},
        ],
        rows: found.map(({entity, measure, subject, rows, of_rows}) => [
          sourceName(entity, context),
          t.qualityMeasures[measure]!,
          t.qualityRuleName(subject),
          rows === null ? t.withheld : f.integer(rows),
          rows === null || of_rows === 0 ? t.none : f.percent(rows / of_rows),
        ]),
      })
    : markup`<p>${t.qualityNoProblems}</p>`
}
<p class="note">${t.qualityRejectsHint}</p></section>`;
}
