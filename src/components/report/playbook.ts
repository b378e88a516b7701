import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {monthDate} from "../month.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentSizeRow} from "../segment-rows.ts";
import type {ReportContext} from "./report-data.ts";
import {findReach, listReach, type SegmentReachRow} from "./segment-reach.ts";

/** What to do with each segment this month: the programme, through which channel, with which kind of offer. */
export function playbook(
  {sizes, reach}: {sizes: readonly SegmentSizeRow[]; reach: readonly SegmentReachRow[]},
  context: ReportContext,
): Markup | null {
  const {t, f, names, month, manifest} = context;
  const time = monthDate(month).getTime();
  const now = new Map(sizes.filter((row) => row.month.getTime() === time).map((row) => [row.segment, row]));
  const plays = names.segments.flatMap((state) => {
    const play = t.plays[state.key];
    return play ? [{state, play, size: now.get(state.key)}] : [];
  });
  if (plays.length === 0) return null;
  const [first] = plays
    .filter(({state}) => manifest.definitions.slide.to.includes(state.key))
    .toSorted((a, b) => (b.size?.net_revenue_window ?? 0) - (a.size?.net_revenue_window ?? 0));
  const reachOf = findReach(reach, month);
  const subtitle = t.playbookSubtitle(manifest.definitions.rfm.windowMonths);
  return chartCard({
    className: "playbook",
    title: first ? t.playbookTitle(first.state.label, first.play.programme) : t.playbookPlain,
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.segment},
        {label: t.customers, isNumber: true},
        {label: t.playbookValue, isNumber: true},
        ...(reachOf ? [{label: t.playbookReach, isNumber: true}] : []),
        {label: t.playbookProgramme},
        {label: t.playbookChannel},
        {label: t.playbookOffer},
      ],
      rows: plays.map(({state, play, size}) => [
        segmentName(state),
        f.integer(size?.customers ?? 0),
        size && size.net_revenue_window !== null ? f.compactMoney(size.net_revenue_window) : t.withheld,
        ...(reachOf ? [describeReach(reachOf.get(state.key), reach, context)] : []),
        play.programme,
        play.channel,
        play.offer,
      ]),
    }),
  });
}

/** How many agreed to any channel, and below it the share of each. */
function describeReach(
  any: SegmentReachRow | undefined,
  rows: readonly SegmentReachRow[],
  {t, f, month}: ReportContext,
): Content {
  if (!any) return "–";
  const all = any.reachable === null ? t.withheld : t.playbookReached(any.reachable, any.reachable / any.customers);
  const channels = listReach(rows, month, any.segment).map(
    ([channel, share]) => `${t.reachChannels[channel]} ${share === null ? t.withheld : f.percent(share)}`,
  );
  return channels.length < 2 ? all : markup`${all}<span class="channels">${channels.join(" · ")}</span>`;
}
