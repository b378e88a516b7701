import {sparkline} from "../charts/sparkline.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {Move} from "../report/moves.ts";
import {changes} from "../report/streak.ts";
import type {SegmentMonth} from "../segment-history.ts";
import type {SegmentState} from "../segment-lookup.ts";
import {segmentName} from "../segment-name.ts";

const shown = 3;

/** One segment: its size over time, and in the last month who stayed, where they came from and where they went. */
export function segmentCard(
  state: SegmentState,
  history: readonly SegmentMonth[],
  moves: readonly Move[],
  {t, f, names}: PageContext,
): Markup {
  const counts = history.map((h) => h.customers);
  const now = counts.at(-1) ?? 0;
  const change = changes(counts).at(-1);
  const stayed = moves.find((move) => move.from === state.key && move.to === state.key);
  const largest = (side: "from" | "to"): Content => {
    const other = side === "from" ? "to" : "from";
    const list = moves
      .filter((move) => move[side] === state.key && move[other] !== state.key && move.customers > 0)
      .sort((a, b) => b.customers - a.customers)
      .slice(0, shown);
    if (list.length === 0) return markup`<dd class="nobody">${t.nobody}</dd>`;
    return list.map(
      (move) => markup`<dd>${segmentName(names.get(move[other]))} <b>${f.integer(move.customers)}</b></dd>`,
    );
  };
  return markup`<section class="card segment-card">
<h3>${segmentName(state)}</h3>
<p><b>${f.integer(now)}</b> <span>${change !== undefined && f.signed(change)}</span></p>
${sparkline(
  history.map((h) => ({value: h.customers, isTentative: h.isWarmingUp})),
  {
    label: t.sizesAlt(state.label, now, Math.min(...counts), Math.max(...counts)),
    area: true,
    colour: state.colour,
  },
)}
<p class="range"><span>${f.monthShortYear(history[0]!.month)}</span><span>${f.monthShortYear(history.at(-1)!.month)}</span></p>
<div class="ways"><dl><dt>${t.cameFrom}</dt>${largest("to")}</dl>
<dl><dt>${t.wentTo}</dt>${largest("from")}</dl></div>
${stayed && markup`<p class="note">${t.stayedHere}: ${f.integer(stayed.customers)}${stayed.share !== null && ` (${f.percent(stayed.share)})`}</p>`}
</section>
`;
}
