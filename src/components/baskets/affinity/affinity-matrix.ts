import {chartCard} from "../../charts/chart-card.ts";
import {px} from "../../charts/svg.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import {segmentName} from "../../segment-name.ts";
import {isolate} from "../isolate.ts";
import {markNames} from "../mark-names.ts";
import type {AffinityFacts} from "./affinity-facts.ts";

const MOST_HEAT = 80;

/** How much more often than everybody each segment buys each category, and what stands out, in words. */
export function affinityMatrix(
  facts: AffinityFacts,
  nameOf: (item: string) => string,
  missing: Content,
  context: PageContext,
): Markup {
  const {t, f, manifest} = context;
  const {segments, items, extremes} = facts;
  const subtitle = t.affinitySubtitle(manifest.definitions.rfm.windowMonths);
  if (segments.length === 0) return chartCard({title: t.affinityNone, subtitle, body: missing || t.affinityTooFew});
  const cells = segments.flatMap(({key}) => items.flatMap((item) => facts.get(key, item) ?? []));
  const most = Math.max(...cells.map(({affinity}) => distance(affinity))) || 1;
  const strongest = extremes.filter(({strong}) => strong).sort((a, b) => b.strong!.affinity - a.strong!.affinity)[0];
  const cell = (segment: string, item: string) => {
    const row = facts.get(segment, item);
    if (!row) return markup`<td>·</td>`;
    const look = `--heat:${px((MOST_HEAT * distance(row.affinity)) / most)}%`;
    return markup`<td class="${row.affinity >= 1 ? "more" : "less"}" style="${look}" title="${t.affinityCell(row.buyers, row.share, row.base_share)}">${f.decimal(row.affinity)}</td>`;
  };
  return chartCard({
    className: "affinity-matrix",
    title: strongest
      ? markNames(
          t.affinityTitle(strongest.state.label, isolate(nameOf(strongest.strong!.item)), strongest.strong!.affinity),
        )
      : t.affinityEven,
    subtitle,
    body: markup`<div class="scroll" role="region" tabindex="0" aria-label="${subtitle}"><table class="heat-table">
<caption class="unseen">${subtitle}</caption>
<thead><tr><th scope="col">${t.basketItem("category")}</th>${segments.map((state) => markup`<th scope="col">${segmentName(state)}</th>`)}</tr></thead>
<tbody>${items.map(
      (item) =>
        markup`<tr><th scope="row">${nameOf(item)}</th>${segments.map(({key}) => cell(key, item))}</tr>
`,
    )}</tbody>
</table></div>
<ul class="said">${extremes
      .filter(({strong, weak}) => strong || weak)
      .map(
        ({state, strong, weak}) =>
          markup`<li>${segmentName(state)}: ${markNames(t.affinitySaid(strong && [isolate(nameOf(strong.item)), strong.affinity], weak && [isolate(nameOf(weak.item)), weak.affinity]))}</li>`,
      )}</ul>${missing}`,
    note: t.affinityNote,
  });
}

/** How far a factor is from 1, the same for twice and for half. */
function distance(affinity: number): number {
  return Math.min(2, Math.abs(Math.log2(Math.max(affinity, 0.01))));
}
