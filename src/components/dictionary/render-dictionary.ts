import {dataTable} from "../charts/data-table.ts";
import {getFormat} from "../format.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {type Markup, markup} from "../markup.ts";
import {getMessages, type Messages} from "../messages.ts";
import {pageSource} from "../page-source.ts";
import {codeListing} from "./code-listing.ts";

export interface DictionaryData {
  manifest: Manifest;
  sources: {name: string; file: string; text: string; models: {name: string; grain: string}[]}[];
}

/** The data dictionary: a section for each published table, which sentences and charts link to. */
export function renderDictionary({manifest, sources}: DictionaryData, {lang}: {lang: Language}): string {
  const {currency} = manifest.shop;
  const t = getMessages(lang, currency);
  const f = getFormat(lang, currency);
  const body = markup`<article class="dictionary">
<div class="lead"><h1>${t.dictionaryTitle}</h1><p class="deck">${t.dictionaryLead(manifest.tables.length)}</p></div>
<nav class="contents" aria-label="${t.dictionaryContents}"><ul>${manifest.tables.map(
    ({name, rows}) =>
      markup`<li><a href="#${name}"><code>${name}</code></a> <span>${t.dictionaryRows(rows)}</span></li>`,
  )}</ul></nav>
${manifest.tables.map((table) => section(table, sources.find(({name}) => name === table.name)!, t, f.integer(table.bytes)))}
</article>`;
  return pageSource(body, {title: t.dictionaryTitle, lang});
}

function section(
  {name, rows, grain, key, columns, file}: Manifest["tables"][number],
  source: DictionaryData["sources"][number],
  t: Messages,
  bytes: string,
): Markup {
  return markup`<section class="card" id="${name}">
<h2><code>${name}</code></h2>
<p class="subtitle"><span lang="en">${grain}</span></p>
<p class="note">${t.dictionaryRows(rows)} ·${key.length > 0 && markup` ${t.dictionaryKey(key.join(", "))} ·`} <a href="/data/${file}" download="${file}">${t.dictionaryDownload(bytes)}</a></p>
${dataTable({
  caption: t.dictionaryColumnsOf(name),
  columns: [{label: t.dictionaryColumn}, {label: t.dictionaryType}, {label: t.dictionaryMeaning}],
  rows: columns.map((column) => [
    markup`<code>${column.name}</code>`,
    `${t.dictionaryTypes[column.type as keyof Messages["dictionaryTypes"]]}${column.isNullable ? t.dictionaryNullable : ""}`,
    markup`<span lang="en">${column.description}</span>`,
  ]),
})}
<details class="twin"><summary>${t.dictionaryHow}</summary>
<p class="note">${t.dictionaryFile} <code>${source.file}</code></p>
${codeListing(source.text)}
${
  source.models.length > 0 &&
  markup`<p class="note">${t.dictionaryModels}</p>
<dl class="models" lang="en">${source.models.map((model) => markup`<dt><code>${model.name}</code></dt><dd>${model.grain}</dd>`)}</dl>`
}
</details>
</section>
`;
}
