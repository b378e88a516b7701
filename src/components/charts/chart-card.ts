import {type Content, type Markup, markup} from "../markup.ts";
import {dataTable, type TableOptions} from "./data-table.ts";

export interface ChartCardOptions {
  /** The answer that the chart gives. */
  title: Content;
  /** The measure and its unit. */
  subtitle: string;
  body: Content;
  /** The same figures as a table, folded. */
  twin?: TableOptions & {summary: string};
  note?: Content;
  className?: string;
}

/** A chart in its frame: the answer, the measure, the drawing, the figures. */
export function chartCard({title, subtitle, body, twin, note, className}: ChartCardOptions): Markup {
  return markup`<section class="card ${className}">
<h2>${title}</h2>
<p class="subtitle">${subtitle}</p>
${typeof body === "string" ? markup`<p>${body}</p>` : body}
${note && markup`<p class="note">${note}</p>`}
${twin && markup`<details class="twin"><summary>${twin.summary}</summary>${dataTable(twin)}</details>`}
</section>`;
}

/** One drawing for wide and one for narrow frames; the style sheet shows the one that fits. */
export function responsive(wide: Markup, narrow: Markup): Markup {
  return markup`<div class="drawing"><div class="wide">${wide}</div><div class="narrow">${narrow}</div></div>`;
}
