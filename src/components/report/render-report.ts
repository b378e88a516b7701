import {hatchDefinition} from "../charts/hatch.ts";
import {escapeCss} from "../escape.ts";
import {listMissing} from "../gaps/get-gaps.ts";
import type {Language} from "../language.ts";
import {type Markup, markup, raw} from "../markup.ts";
import {addMonths, lastDayTold, type Month, monthOf} from "../month.ts";
import {getPageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import {segmentHistory, sizesOf} from "../segment-history.ts";
import {about} from "./about.ts";
import {dateline} from "./dateline.ts";
import {edgeChanges} from "./edge-changes.ts";
import {flowDiagram} from "./flow-diagram.ts";
import {headline} from "./headline.ts";
import {keyFigures} from "./key-figures.ts";
import {lifeCycle} from "./life-cycle.ts";
import {migrationMatrix} from "./migration-matrix.ts";
import {moveCauses} from "./move-causes.ts";
import {getMoves} from "./moves.ts";
import {getNormalRanges, rangeOf} from "./normal-range.ts";
import {playbook} from "./playbook.ts";
import {projection} from "./projection.ts";
import type {ReportContext, ReportData} from "./report-data.ts";
import {salesTrend} from "./sales-trend.ts";
import {segmentSizes} from "./segment-sizes.ts";
import {getSlideFacts} from "./slide-facts.ts";
import {slidePaths} from "./slide-paths.ts";
import {slideTrend} from "./slide-trend.ts";
import {stakeBars} from "./stake-bars.ts";
import {changes} from "./streak.ts";

export interface ReportOptions {
  lang: Language;
  month: Month;
  document: Document;
}

const tables = [
  "life-cycle",
  "migration-limits",
  "monthly-sales",
  "move-causes",
  "segment-migration",
  "segment-projection",
  "segment-sizes",
  "segment-slides",
  "slide-trend",
];

/** The monthly report as a page source: one message, then the evidence, then what stands behind it. No script. */
export function renderReport(data: ReportData, options: ReportOptions): string {
  const context = getReportContext(data, options);
  const {t, month, previous, lang} = context;
  const slides = getSlideFacts(data.trend, data.slides, month);
  const moves = getMoves(data.migration, month, context.names);
  const sizes = {before: sizesOf(data.sizes, previous), after: sizesOf(data.sizes, month)};
  const ranges = getNormalRanges(data.limits);
  const normal = rangeOf(ranges, month);
  const blocks: (Markup | null)[] = [
    dateline(context),
    headline({slides, origin: originFacts(data, context), normal}, context),
    keyFigures(data, context),
    row(slideTrend(data.trend, slides, ranges, context), slidePaths(slides, context)),
    ...(context.hasPrevious
      ? [
          row(flowDiagram(moves, sizes, context), stakeBars(moves, context)),
          row(edgeChanges(data, context), moveCauses(data.causes, moves, context)),
          lifeCycle(data.lifeCycle, context),
          migrationMatrix(moves, sizes, context),
        ]
      : [markup`<p class="card">${t.noPreviousMonth}</p>`]),
    row(segmentSizes(data.sizes, context), salesTrend(data.sales, context)),
    projection(data.projection, sizes.after, context),
    playbook(data, context),
    about(data, context),
  ];
  const body = markup`${hatchDefinition}${printHeader(context)}<article class="report">
${blocks.map(
  (block) =>
    block &&
    markup`${block}
`,
)}</article>`;
  return pageSource(body, {title: t.reportTitle(month), lang});
}

function getReportContext(data: ReportData, {lang, month, document}: ReportOptions): ReportContext {
  const {manifest} = data;
  if (!manifest.months.includes(month)) throw new Error(`unknown month: ${month}`);
  const previous = addMonths(month, -1);
  const isWarmingUp = data.trend.find((row) => monthOf(row.month) === month)?.is_warming_up ?? false;
  return {
    ...getPageContext(lang, manifest, data.segments),
    month,
    previous,
    hasPrevious: manifest.months.includes(previous),
    isPartial: manifest.isPartialMonth && month === manifest.months.at(-1),
    isWarmingUp,
    grade: data.quality.find((row) => row.entity === "all" && monthOf(row.month) === month)?.grade ?? null,
    missing: listMissing(data.usage, tables),
    document,
  };
}

function originFacts({sizes}: ReportData, {manifest, month}: ReportContext): {now: number; change: number | null} {
  const counts = segmentHistory(sizes, manifest.definitions.slide.from[0]!, month, 2).map((h) => h.customers);
  return {now: counts.at(-1) ?? 0, change: changes(counts)[0] ?? null};
}

/** Two blocks beside each other where there is room. */
function row(main: Markup, side: Markup): Markup {
  return markup`<div class="row">${main}
${side}</div>`;
}

/** The running header and page number of the printed report. */
function printHeader({t, manifest, month}: ReportContext): Markup {
  const left = escapeCss(t.runningHeader(manifest.shop.name, month));
  const right = escapeCss(
    `${t.asOf(lastDayTold(month, manifest.asOf))} · ${t.definitionVersion(manifest.definitions.version)}`,
  );
  return raw(
    `<style media="print">@page{@top-left{content:${left}}@top-right{content:${right}}@bottom-right{content:counter(page) "/" counter(pages)}}</style>`,
  );
}
