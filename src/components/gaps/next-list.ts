import {type Markup, markup} from "../markup.ts";
import {type GapsContext, titlesOf} from "./gaps-context.ts";
import type {NeedGaps} from "./get-gaps.ts";
import {needFields} from "./needs.ts";

/** What is missing, the most rewarding first: what it brings, to which reports, and which fields deliver it. */
export function nextList(missing: readonly NeedGaps[], context: GapsContext): Markup {
  const {t} = context;
  return markup`<section class="card"><h2>${t.gapsNextTitle}</h2>
${
  missing.length
    ? markup`<p class="subtitle">${t.gapsNextSubtitle}</p>
<ol class="gaps-next">${missing.map((gaps) => markup`<li>${need(gaps, context)}</li>`)}</ol>`
    : markup`<p class="subtitle">${t.gapsNextNone}</p>`
}</section>`;
}

function need({need, reports, completes}: NeedGaps, context: GapsContext): Markup {
  const {t} = context;
  const {name, without, brings} = t.needs[need];
  const fields = needFields[need];
  const improves = reports.filter((report) => !completes.includes(report));
  return markup`<h3>${name}</h3>
<p>${without} ${brings}</p>
<p class="aside">${completes.length > 0 && markup`<b>${t.gapsCompletes(titlesOf(completes, context))}</b> `}${
    improves.length > 0 && t.gapsImproves(titlesOf(improves, context))
  }</p>
<p class="aside">${t.gapsAnyOf(fields.length)}: ${fields.map((field, i) => markup`${i > 0 && ", "}<code>${field}</code>`)}</p>`;
}
