import {barTable} from "../../charts/bar-table.ts";
import {chartCard} from "../../charts/chart-card.ts";
import {type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import {segmentName} from "../../segment-name.ts";
import {formatLever} from "./format-lever.ts";
import {type LeverGap, leverNames} from "./lever-gaps.ts";

const MOST_SHOWN = 8;

/** What closing each gap alone would bring, the largest first. */
export function gainCard(gaps: readonly LeverGap[], {t, f, names}: PageContext): Markup {
  const subtitle = t.gainSubtitle;
  if (gaps.length === 0) return chartCard({title: t.gainNone, subtitle, body: t.gainReached});
  const sums = leverNames.map((lever) => ({
    lever,
    gain: gaps.reduce((sum, gap) => sum + (gap.lever === lever ? gap.gain : 0), 0),
  }));
  const best = sums.reduce((most, sum) => (sum.gain > most.gain ? sum : most));
  const bars = gaps.slice(0, MOST_SHOWN).map((gap) => ({
    label: markup`${segmentName(names.get(gap.segment))} <span class="detail">${t.leverNames[gap.lever]}</span>`,
    value: gap.gain,
    text: f.compactMoney(gap.gain),
    detail: `${formatLever(gap.lever, gap.actual, f)} → ${formatLever(gap.lever, gap.target, f)}`,
    colour: names.get(gap.segment).colour,
  }));
  return chartCard({
    className: "lever-gains",
    title: t.gainTitle(best.lever, best.gain),
    subtitle,
    body: barTable(bars, {caption: subtitle, columns: [t.gainLever, t.gainMoney]}),
    note: t.gainNote,
  });
}
