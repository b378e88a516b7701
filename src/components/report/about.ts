import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {lostStates} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

/** What stands behind the figures: definitions, sources with their rejects, published tables. */
export function about({t, f, names, manifest}: ReportContext): Markup {
  const {definitions, sources, tables} = manifest;
  const labels = {
    from: names.labels(definitions.slide.from),
    to: names.labels(definitions.slide.to),
    lost: names.labels(lostStates),
  };
  return markup`<section class="about">
<h2>${t.aboutTitle}</h2>
<div class="columns">
<div><h3>${t.definitionsTitle}</h3>
<dl>${t.definitions(definitions, labels).map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>`)}</dl></div>
<div><h3>${t.sourcesTitle}</h3>
${dataTable({
  caption: t.sourcesTitle,
  columns: [
    {label: t.sourceName},
    {label: t.sourceRecords, isNumber: true},
    {label: t.sourceAccepted, isNumber: true},
    {label: t.sourceRejected, isNumber: true},
    {label: t.sourceRejects},
  ],
  rows: sources.map((source) => [
    source.name,
    f.integer(source.records),
    f.integer(source.accepted),
    f.integer(source.rejected),
    source.rejects.map(({rule, count}) => `${rule}: ${f.integer(count)}`).join(", "),
  ]),
})}
<h3>${t.tablesTitle}</h3>
${dataTable({
  caption: t.tablesTitle,
  columns: [{label: t.tableName}, {label: t.tableRows, isNumber: true}, {label: t.tableGrain}],
  rows: tables.map((table) => [table.name, f.integer(table.rows), table.grain]),
})}
<p class="note">${t.fingerprint}: <code>${definitions.hash.slice(0, 12)}</code></p></div>
</div>
</section>`;
}
