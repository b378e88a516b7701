import {dataTable} from "../../charts/data-table.ts";
import {type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";

/** What each measure is, in both ways of writing it. */
export function ruleNotation({t}: PageContext): Markup {
  return markup`<details class="notation"><summary>${t.notationSummary}</summary>
${dataTable({
  caption: t.notationCaption,
  columns: t.notationColumns.map((label) => ({label})),
  rows: t.notationRows,
})}
<p class="note">${t.notationExample}</p></details>`;
}
