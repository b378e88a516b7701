import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {sparkline} from "../charts/sparkline.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {monthDate} from "../month.ts";
import {getPageContext, type PageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {type CensusEntry, type CensusList, type CensusTables, countNow, getCensusLists} from "./census-lists.ts";
import type {SegmentWindowRow} from "./census-rows.ts";

export interface CensusData extends CensusTables {
  manifest: Manifest;
  segments: SegmentRow[];
  windows: SegmentWindowRow[];
}

/** The census as a page source: every automatic segment with its count. No script. */
export function renderCensus(data: CensusData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, names, manifest} = context;
  const month = manifest.months.at(-1)!;
  const lists = getCensusLists(data, context);
  const entries = lists.flatMap((list) => list.entries);
  const [named] = lists;
  const known = addUp(named!.entries);
  const scored = addUp(named!.entries.slice(0, names.segments.length));
  const body = markup`<article class="census">
<div class="dateline"><p><b>${t.censusTitle}</b> <span>${f.month(month)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${t.censusHeadline(entries.length, lists.length)}</h1>
<p class="deck">${t.censusLead(month, known, scored)}</p></div>
<div class="census-lists">${lists.map((list) => listCard(list, context))}${windowCard(data.windows, context)}</div>
</article>`;
  return pageSource(body, {title: t.censusTitle, lang});
}

function listCard({key, entries}: CensusList, {t, f}: PageContext): Markup {
  const total = addUp(entries);
  const [title, about] = t.censusLists[key];
  const months = entries[0]!.history.length;
  return chartCard({
    title: t.censusListTitle(title, entries.length),
    subtitle: about,
    body: dataTable({
      caption: title,
      columns: [
        {label: t.censusSegment},
        {label: t.censusMonths(months)},
        {label: t.customers, isNumber: true},
        {label: t.change, isNumber: true},
        {label: t.share, isNumber: true},
      ],
      rows: [
        ...entries.map((entry): Content[] => {
          const {customers, change} = countNow(entry);
          return [
            entry.name,
            months > 1 && history(entry, {t, f}),
            f.integer(customers),
            change === undefined ? t.none : f.signed(change),
            total === 0 ? t.none : f.percent(customers / total),
          ];
        }),
        [markup`<b>${t.total}</b>`, "", markup`<b>${f.integer(total)}</b>`, "", ""],
      ],
    }),
  });
}

function history({history: months, colour}: CensusEntry, {t, f}: Pick<PageContext, "t" | "f">): Markup {
  const counts = months.map(({customers}) => customers);
  return sparkline(
    months.map(({customers, isTentative}) => ({value: customers, isTentative})),
    {
      label: t.sparklineLabel(f.integer(counts[0]!), f.integer(counts.at(-1)!), counts.length),
      area: true,
      colour,
    },
  );
}

/** The named segments under each look-back window, where the shop lists more than one. */
function windowCard(rows: readonly SegmentWindowRow[], {t, f, names, manifest}: PageContext): Markup | null {
  const time = monthDate(manifest.months.at(-1)!).getTime();
  const newest = rows.filter((row) => row.month.getTime() === time);
  const windows = [...new Set(newest.map((row) => row.window_months))].sort((a, b) => a - b);
  if (windows.length < 2) return null;
  const sizes = new Map(newest.map((row) => [`${row.window_months} ${row.segment}`, row]));
  const short = windows.filter((window) => newest.find((row) => row.window_months === window)!.is_warming_up);
  return chartCard({
    title: t.censusWindowsTitle(windows),
    subtitle: t.censusWindowsAbout,
    body: dataTable({
      caption: t.censusWindowsAbout,
      columns: [{label: t.segment}, ...windows.map((window) => ({label: t.censusWindow(window), isNumber: true}))],
      rows: names.states
        .filter(({key}) => key !== "unknown")
        .map((state) => [
          segmentName(state),
          ...windows.map((window) => f.integer(sizes.get(`${window} ${state.key}`)?.customers ?? 0)),
        ]),
    }),
    ...(short.length > 0 ? {note: t.censusWindowsShort(short)} : {}),
  });
}

function addUp(entries: readonly CensusEntry[]): number {
  return entries.reduce((sum, entry) => sum + countNow(entry).customers, 0);
}
