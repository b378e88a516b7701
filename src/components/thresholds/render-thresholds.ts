import {escapeScript} from "../escape.ts";
import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {markup} from "../markup.ts";
import {getPageContext, type PageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import type {SegmentRow} from "../segment-rows.ts";
import type {RecencyEdges} from "./count-segments.ts";
import {definitionDiff} from "./definition-diff.ts";
import {edgeTable} from "./edge-table.ts";
import {nextOrder, nextOrderTitle, orderHistogram} from "./order-cards.ts";
import {getOrderLadder} from "./order-ladder.ts";
import type {FinderData} from "./threshold-finder.ts";
import type {DefinitionDiffRow, OrderCountRow, RecencyFrequencyRow, ScoreEdgeRow} from "./threshold-rows.ts";
import {whatIf} from "./what-if.ts";

export interface ThresholdsData {
  manifest: Manifest;
  segments: SegmentRow[];
  orderCounts: OrderCountRow[];
  edges: ScoreEdgeRow[];
  recency: RecencyFrequencyRow[];
  diff: DefinitionDiffRow[];
}

/**
 * The threshold finder as a page source: where scores cut and why. It reads without a script; one gives it controls to try
 * other edges.
 */
export function renderThresholds(data: ThresholdsData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const {rfm, lifeCycle} = manifest.definitions;
  const rungs = getOrderLadder(data.orderCounts, "ever", Number.POSITIVE_INFINITY).filter(({next}) => next !== null);
  const headline = rungs.length > 1 ? nextOrderTitle(rungs, lifeCycle.loyalOrders, t) : t.thresholdsPlain;
  const body = markup`<article class="thresholds">
<div class="dateline"><p><b>${t.thresholdsTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${headline}</h1>
<p class="deck">${t.thresholdsLead(lifeCycle.loyalOrders)}</p></div>
<div class="row even">${orderHistogram(data.orderCounts, context)}${nextOrder(data.orderCounts, context)}</div>
${edgeTable(data.edges, context)}
${whatIf(data.recency, context)}
${definitionDiff(data.diff, context)}
</article>`;
  const source = pageSource(body, {title: t.thresholdsTitle, lang});
  return rfm.recency === "edges" && data.recency.length > 0 ? source + finderCell(data.recency, context) : source;
}

/** The cell that puts the controls into their place. */
function finderCell(rows: readonly RecencyFrequencyRow[], {lang, t, names, manifest}: PageContext): string {
  const keys = names.segments.map(({key}) => key);
  const edges = manifest.definitions.rfm.recencyDays as unknown as RecencyEdges;
  const last = Math.max(...rows.map((row) => row.to_days), edges[3] + 5);
  const fives = Array.from({length: Math.ceil(last / 5)}, (_, i) => 5 * (i + 1));
  const data: FinderData = {
    lang,
    currency: manifest.shop.currency,
    rows: rows.map((row) => [
      row.to_days,
      ...([5, 4, 3, 2, 1] as const).map((score) => keys.indexOf(row[`segment_${score}`])),
      row.customers,
    ]) as FinderData["rows"],
    keys,
    segments: names.segments.map(({key, label, colour}) => ({key, label, colour})),
    edges,
    steps: [...new Set([...fives, ...edges])].sort((a, b) => a - b),
    words: {
      title: t.finderTitle,
      about: t.finderAbout,
      score: [5, 4, 3, 2].map((score) => t.finderScore(score)) as FinderData["words"]["score"],
      days: t.finderDays,
      reset: t.finderReset,
      segment: t.segment,
      now: t.finderNow,
      trial: t.finderTrial,
      change: t.change,
    },
  };
  return `
\`\`\`js
import {thresholdFinder} from "../components/thresholds/threshold-finder.js";
thresholdFinder(document.querySelector("[data-place=threshold-finder]"), ${escapeScript(data)});
\`\`\`
`;
}
