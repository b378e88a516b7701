import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {type QualityContext, sourceName} from "./quality-context.ts";
import type {SourceQualityRow} from "./quality-rows.ts";

const shown = 12;

/** How much of each delivered field is empty, the emptiest first. */
export function emptyFields(counts: readonly SourceQualityRow[], context: QualityContext): Markup {
  const {t, f} = context;
  const share = ({rows, of_rows}: SourceQualityRow) => (rows ?? 0) / of_rows;
  const found = counts
    .filter((count) => count.entry_kind === "all" && count.measure === "empty" && count.of_rows > 0)
    .sort((a, b) => share(b) - share(a) || (a.entity + a.subject < b.entity + b.subject ? -1 : 1));
  const table = (rows: readonly SourceQualityRow[]) =>
    dataTable({
      caption: t.qualityEmptySubtitle,
      columns: [
        {label: t.qualityField},
        {label: t.qualitySource},
        {label: t.qualityEmpty, isNumber: true},
        {label: t.share, isNumber: true},
      ],
      rows: rows.map((row) => [
        markup`<code>${row.subject}</code>`,
        sourceName(row.entity, context),
        f.integer(row.rows ?? 0),
        markup`<span class="in-cell"><span style="width:${Math.round(share(row) * 100)}%;--c:var(--context)"></span></span><span class="percent">${f.percent(share(row))}</span>`,
      ]),
    });
  return markup`<section class="card"><h2>${t.qualityEmptyTitle(found.length)}</h2>
<p class="subtitle">${t.qualityEmptySubtitle}</p>
${found.length > 0 && table(found.slice(0, shown))}
${
  found.length > shown &&
  markup`<details class="twin"><summary>${t.qualityMoreFields(found.length - shown)}</summary>${table(found.slice(shown))}</details>`
}</section>`;
}
