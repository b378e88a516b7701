import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Markup, markup, raw} from "../markup.ts";
import {addMonths, type Month, monthDate} from "../month.ts";
import type {SegmentState} from "../segment-lookup.ts";
import {segmentName} from "../segment-name.ts";
import type {ProjectionRow} from "./movement-rows.ts";
import type {ReportContext} from "./report-data.ts";

/** What the next months bring if people go on moving as in the last year, and how well that was foretold before. */
export function projection(
  rows: readonly ProjectionRow[],
  sizes: ReadonlyMap<string, number>,
  context: ReportContext,
): Markup {
  const {t, f, names, month, manifest} = context;
  const ahead = [1, 3].map((horizon) => listExpected(rows, addMonths(month, horizon), horizon));
  const subtitle = t.projectionSubtitle;
  if (ahead.some((expected) => expected.size === 0))
    return chartCard({className: "projection", title: t.projectionNone, subtitle, body: t.projectionWhyNone});
  const states = names.segments;
  const subject = names.get(manifest.definitions.slide.from[0]!);
  const later = ahead[1]!.get(subject.key)!;
  const most = Math.max(...states.flatMap(({key}) => ahead.map((expected) => expected.get(key)!.upper)), 1);
  const columns = [
    {label: t.segment},
    {label: t.projectionNow, isNumber: true},
    ...[1, 3].flatMap((horizon) => [
      {label: f.monthShortYear(addMonths(month, horizon)), isNumber: true},
      {label: t.projectionRange},
    ]),
    {label: t.projectionAsForetold},
  ];
  const foretold = listExpected(rows, month, 1);
  return chartCard({
    className: "projection",
    title: t.projectionTitle(
      subject.label,
      sizes.get(subject.key) ?? 0,
      Math.round(later.expected),
      addMonths(month, 3),
    ),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns,
      rows: states.map((state) => [
        segmentName(state),
        f.integer(sizes.get(state.key) ?? 0),
        ...ahead.flatMap((expected) => {
          const row = expected.get(state.key)!;
          return [markup`<b>${f.integer(row.expected)}</b>`, interval(row, most, state, context)];
        }),
        judge(foretold.get(state.key), context),
      ]),
    }),
    note: coverage(rows, month, context),
  });
}

function listExpected(rows: readonly ProjectionRow[], month: Month, horizon: number): Map<string, ProjectionRow> {
  const time = monthDate(month).getTime();
  return new Map(
    rows
      .filter((row) => row.horizon_months === horizon && row.month.getTime() === time)
      .map((row) => [row.segment, row]),
  );
}

/** The interval to scale, with its ends in words. */
function interval({lower, upper}: ProjectionRow, most: number, {colour}: SegmentState, {f}: ReportContext): Markup {
  const [from, to] = [lower, upper].map((value) => (100 * value) / most) as [number, number];
  return markup`<span class="interval" aria-hidden="true"><i style="left:${px(from)}%;width:${px(Math.max(to - from, 1))}%;--c:${colour}"></i></span><span class="ends">${f.integer(lower)}–${f.integer(upper)}</span>`;
}

/** What came, against what had been expected a month before. */
function judge(row: ProjectionRow | undefined, {t, f}: ReportContext): Markup | string {
  if (row?.actual === undefined || row.actual === null) return t.none;
  const isInside = row.actual >= row.lower && row.actual <= row.upper;
  const ends = `${f.integer(row.lower)}–${f.integer(row.upper)}`;
  if (isInside) return t.projectionMet(ends);
  return markup`<b>${row.actual > row.upper ? t.projectionMore(ends) : t.projectionLess(ends)}</b>`;
}

function coverage(rows: readonly ProjectionRow[], month: Month, {t}: ReportContext): Markup | string {
  const end = monthDate(month);
  const tested = rows.filter((row) => row.actual !== null && row.month <= end && row.horizon_months === 1);
  const met = tested.filter((row) => row.actual! >= row.lower && row.actual! <= row.upper).length;
  return tested.length ? t.projectionCoverage(met / tested.length, tested.length) : raw("");
}
