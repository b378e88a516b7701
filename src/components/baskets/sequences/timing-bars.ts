import {px} from "../../charts/svg.ts";
import {type Content, type Markup, markup} from "../../markup.ts";

/** One bar: shares that have come by the first, second and third limit, rising. */
export interface TimingBar {
  label: Content;
  shares: readonly [number, number, number];
  /** What the three shares are, as text. */
  text: string;
  detail: string;
}

/** Bars from nothing to all, one part for each span of days, as a table: the drawing is its own text. */
export function timingBars(
  bars: readonly TimingBar[],
  {caption, columns}: {caption: string; columns: [string, string]},
): Markup {
  return markup`<table class="bars timing">
<caption class="unseen">${caption}</caption>
<thead class="unseen"><tr><th scope="col">${columns[0]}</th><th scope="col">${columns[1]}</th></tr></thead>
<tbody>${bars.map(
    ({label, shares, text, detail}) => markup`<tr><th scope="row">${label}</th>
<td><span class="bar" aria-hidden="true">${shares.map((share, i) => markup`<span class="span-${i + 1}" style="width:${px(100 * (share - (shares[i - 1] ?? 0)))}%"></span>`)}</span><span class="value">${text}</span> <span class="detail">${detail}</span></td></tr>
`,
  )}</tbody>
</table>`;
}
