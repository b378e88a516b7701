import {barTable} from "../charts/bar-table.ts";
import {chartCard} from "../charts/chart-card.ts";
import type {Markup} from "../markup.ts";
import {segmentPath} from "../segment-name.ts";
import type {Move} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

const shown = 10;

/** The moves to a weaker segment that carry the most revenue. */
export function stakeBars(moves: readonly Move[], {t, f, names, manifest}: ReportContext): Markup {
  const subtitle = t.stakeSubtitle(manifest.definitions.rfm.windowMonths);
  const largest = moves
    .flatMap((move) =>
      (move.direction === "slip" || move.direction === "risk") && move.revenue !== null && move.revenue > 0
        ? [{...move, revenue: move.revenue}]
        : [],
    )
    .sort((a, b) => b.revenue - a.revenue)
    .slice(0, shown);
  const top = largest[0];
  const bars = largest.map((move) => ({
    label: segmentPath([names.get(move.from), names.get(move.to)]),
    value: move.revenue,
    text: f.compactMoney(move.revenue),
    detail: t.countCustomers(move.customers),
    colour: names.get(move.to).colour,
  }));
  return chartCard({
    className: "stake-bars",
    title: top ? t.stakeTitle(`${names.label(top.from)} → ${names.label(top.to)}`, top.revenue) : t.stakeNone,
    subtitle,
    body: bars.length > 0 && barTable(bars, {caption: subtitle, columns: [t.move, t.atStake]}),
  });
}
