import {type Content, type Markup, markup} from "../markup.ts";
import {px} from "./svg.ts";

export interface Bar {
  label: Content;
  value: number;
  text: string;
  detail?: string | undefined;
  colour?: string | undefined;
}

/** Horizontal bars from zero, as a table: the drawing is its own text. */
export function barTable(
  bars: readonly Bar[],
  {caption, columns}: {caption: string; columns: [string, string]},
): Markup {
  const most = Math.max(...bars.map((bar) => bar.value), 0) || 1;
  return markup`<table class="bars">
<caption class="unseen">${caption}</caption>
<thead class="unseen"><tr><th scope="col">${columns[0]}</th><th scope="col">${columns[1]}</th></tr></thead>
<tbody>${bars.map(
    ({label, value, text, detail, colour}) => markup`<tr><th scope="row">${label}</th>
<td><span class="bar"><span style="width:${px((100 * Math.max(value, 0)) / most)}%${colour ? `;--c:${colour}` : ""}"></span></span><span class="value">${text}</span> <span class="detail">${detail}</span></td></tr>
`,
  )}</tbody>
</table>`;
}
