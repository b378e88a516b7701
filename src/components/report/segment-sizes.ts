import {chartCard} from "../charts/chart-card.ts";
import {sparkline} from "../charts/sparkline.ts";
import {type Markup, markup} from "../markup.ts";
import {monthsUntil} from "../month.ts";
import {type SegmentMonth, segmentHistory} from "../segment-history.ts";
import type {SegmentState} from "../segment-lookup.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentSizeRow} from "../segment-rows.ts";
import type {ReportContext} from "./report-data.ts";
import {changes, streak} from "./streak.ts";

const shown = 24;

/** The segments over time, one small chart each, on a scale of its own from zero. */
export function segmentSizes(rows: readonly SegmentSizeRow[], context: ReportContext): Markup {
  const {t, f, names, month, manifest} = context;
  const lapsed = names.states.filter((state) => state.key === "lapsed");
  const histories = [...names.segments, ...lapsed].map((state) => ({
    state,
    history: segmentHistory(rows, state.key, month, shown),
  }));
  const months = monthsUntil(month, Math.max(...histories.map(({history}) => history.length)));
  return chartCard({
    className: "sizes",
    title: sizesTitle(histories.find(({state}) => state.key === manifest.definitions.slide.from[0])!, context),
    subtitle: t.sizesSubtitle(months.length),
    body: markup`<ul class="multiples">${histories.map(({state, history}) => multiple(state, history, context))}</ul>
<p class="range"><span>${f.monthShortYear(months[0]!)}</span><span>${f.monthShortYear(month)}</span></p>`,
    twin: {
      summary: t.tableTwin,
      caption: t.sizesSubtitle(months.length),
      columns: [{label: t.month}, ...histories.map(({state}) => ({label: state.label, isNumber: true}))],
      rows: months
        .toReversed()
        .map((m) => [
          f.month(m),
          ...histories.map(({history}) => f.integer(history.find((h) => h.month === m)?.customers ?? 0)),
        ]),
    },
  });
}

function multiple(state: SegmentState, history: readonly SegmentMonth[], {t, f}: ReportContext): Markup {
  const counts = history.map((h) => h.customers);
  const now = counts.at(-1) ?? 0;
  const change = changes(counts).at(-1);
  return markup`<li><h3>${segmentName(state)}</h3><p><b>${f.integer(now)}</b> <span>${change === undefined ? null : f.signed(change)}</span></p>
${sparkline(
  history.map((h) => ({value: h.customers, isTentative: h.isWarmingUp})),
  {label: t.sizesAlt(state.label, now, Math.min(...counts), Math.max(...counts)), area: true, colour: state.colour},
)}</li>
`;
}

function sizesTitle(
  {state, history}: {state: SegmentState; history: readonly SegmentMonth[]},
  {t}: ReportContext,
): string {
  const counts = history.map((h) => h.customers);
  const steps = changes(counts);
  const change = steps.at(-1) ?? 0;
  const run = change === 0 ? 0 : streak(steps, (step) => Math.sign(step) === Math.sign(change));
  return t.sizesTitle(state.label, run, change, counts.at(-1) ?? 0);
}
