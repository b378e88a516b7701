import {type Content, type Markup, markup} from "../markup.ts";

export interface Column {
  label: Content;
  /** Numbers align right in tabular figures. */
  isNumber?: boolean;
}

export interface TableOptions {
  caption: string;
  /** Whether the caption is shown; it is always read aloud. */
  showCaption?: boolean;
  columns: Column[];
  /** Names over several columns each, from the second one on. */
  groups?: {label: Content; columns: number}[];
  /** The first cell of a row names it. */
  rows: Content[][];
  className?: string;
}

/** A table with caption, column and row headers, that scrolls inside itself. */
export function dataTable({caption, showCaption, columns, groups, rows, className}: TableOptions): Markup {
  const kind = (i: number) => (columns[i]!.isNumber ? markup` class="number"` : null);
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="data ${className}">
<caption${showCaption ? null : markup` class="unseen"`}>${caption}</caption>
<thead>${groups && markup`<tr class="groups"><td></td>${groups.map((group) => markup`<th scope="colgroup" colspan="${group.columns}">${group.label}</th>`)}</tr>`}<tr>${columns.map(({label}, i) => markup`<th scope="col"${kind(i)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) =>
      markup`<tr><th scope="row">${name}</th>${cells.map((cell, i) => markup`<td${kind(i + 1)}>${cell}</td>`)}</tr>
`,
  )}</tbody>
</table></div>`;
}
