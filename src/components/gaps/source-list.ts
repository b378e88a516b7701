import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {type GapsContext, titlesOf} from "./gaps-context.ts";
import type {SourceEntity} from "./get-sources.ts";

/** Every kind of record: whether the shop delivers it, how much, what it brings and who uses it. */
export function sourceList(sources: readonly SourceEntity[], context: GapsContext): Markup {
  const {t, f} = context;
  return markup`<section class="card"><h2>${t.gapsSourcesTitle}</h2>
<p class="subtitle">${t.gapsSourcesSubtitle(sources.length)}</p>
${dataTable({
  caption: t.gapsSourcesTitle,
  className: "gaps-sources",
  columns: [
    {label: t.gapsSource},
    {label: t.gapsRecords, isNumber: true},
    {label: t.gapsFields, isNumber: true},
    {label: t.gapsBrings},
    {label: t.gapsUsedBy},
  ],
  rows: sources.map(({entity, records, fields, reports}) => {
    const [name, brings] = t.entities[entity] ?? [entity, ""];
    const isDelivered = records !== null && records > 0;
    const filled = fields.filter((field) => field.isFilled).length;
    return [
      markup`<span class="source ${isDelivered ? "present" : "absent"}">${name}</span> <code>${entity}</code>`,
      records === null ? markup`<span class="aside">${t.gapsNotDelivered}</span>` : f.integer(records),
      isDelivered ? t.gapsFieldsOf(filled, fields.length) : "",
      brings,
      reports.length ? titlesOf(reports, context).join(", ") : markup`<span class="aside">${t.gapsNobody}</span>`,
    ];
  }),
})}</section>`;
}
