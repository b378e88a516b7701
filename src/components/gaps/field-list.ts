import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {type GapsContext, titlesOf} from "./gaps-context.ts";
import type {SourceEntity, SourceField} from "./get-sources.ts";

/** Which field feeds which report, folded by kind of record. */
export function fieldUsage(sources: readonly SourceEntity[], context: GapsContext): Markup {
  const {t} = context;
  return markup`<section class="card"><h2>${t.gapsUsageTitle}</h2>
<p class="subtitle">${t.gapsUsageSubtitle}</p>
<div class="gaps-usage">${sources.map((source) => ofEntity(source, context))}</div></section>`;
}

function ofEntity({entity, fields}: SourceEntity, context: GapsContext): Markup {
  const {t} = context;
  const name = t.entities[entity]?.[0] ?? entity;
  const used = fields.filter((field) => field.isUsed).length;
  return markup`<details><summary>${name} <code>${entity}</code> <span class="aside">${t.gapsFieldsUsed(used, fields.length)}</span></summary>
${dataTable({
  caption: name,
  columns: [{label: t.gapsField}, {label: t.gapsDelivered}, {label: t.gapsUsedBy}],
  rows: fields.map((field) => [
    markup`<code>${field.name}</code>${field.isRequired && markup` <span class="aside">${t.gapsRequired}</span>`}`,
    field.isFilled ? t.gapsYes : markup`<span class="aside">${t.gapsNo}</span>`,
    usersOf(field, context),
  ]),
})}</details>
`;
}

function usersOf({reports, isUsed}: SourceField, context: GapsContext): Markup | string {
  if (reports.length) return titlesOf(reports, context).join(", ");
  return markup`<span class="aside">${isUsed ? context.t.gapsOtherTable : context.t.gapsNobody}</span>`;
}

/** Fields that the shop delivers and no published table is computed from. */
export function unusedFields(sources: readonly SourceEntity[], {t}: GapsContext): Markup {
  const unused = sources
    .map(({entity, fields}) => ({entity, fields: fields.filter((field) => field.isFilled && !field.isUsed)}))
    .filter(({fields}) => fields.length > 0);
  return markup`<section class="card"><h2>${t.gapsUnusedTitle(unused.reduce((sum, {fields}) => sum + fields.length, 0))}</h2>
${
  unused.length > 0 &&
  markup`<p class="subtitle">${t.gapsUnusedSubtitle}</p>
<dl class="gaps-unused">${unused.map(
    ({entity, fields}) =>
      markup`<div><dt>${t.entities[entity]?.[0] ?? entity}</dt><dd>${fields.map(({name}, i) => markup`${i > 0 && ", "}<code>${name}</code>`)}</dd></div>`,
  )}</dl>`
}</section>`;
}
