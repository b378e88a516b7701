import {type Markup, markup} from "../markup.ts";
import {missingSource} from "../missing-source.ts";
import {monthRestatements} from "../releases/month-restatements.ts";
import type {ReleaseHistory} from "../releases/restatements.ts";
import {lostStates} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

/**
 * What stands behind the figures: definitions, sources, published tables, restatements. It says nothing that differs from
 * one delivery to the next where the month's own figures do not: then the report is the same file in the next release.
 */
export function about(history: ReleaseHistory, context: ReportContext): Markup {
  const {t, lang, names, manifest, missing} = context;
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
<dl>${t.definitions(definitions, labels).map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>`)}</dl>${missingSource(missing, context)}</div>
<div><h3>${t.sourcesTitle}</h3>
<p>${t.aboutSources(sources.length)} <a href="/${lang}/quality">${t.pageNames.quality}</a></p>
<h3>${t.tablesTitle}</h3>
<p>${t.aboutTables(tables.length)} <a href="/${lang}/tables">${t.pageNames.tables}</a></p>
<h3>${t.restatementsTitle}</h3>
${monthRestatements(history, context)}
<p class="note">${t.fingerprint}: <code>${definitions.hash.slice(0, 12)}</code></p></div>
</div>
</section>`;
}
