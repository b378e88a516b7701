import {type Markup, markup} from "../markup.ts";
import type {NormalRange} from "./normal-range.ts";
import type {ReportContext} from "./report-data.ts";
import type {SlideFacts} from "./slide-facts.ts";

export interface HeadlineFacts {
  slides: SlideFacts;
  /** Size and change of the segment people slide from. */
  origin: {now: number; change: number | null};
  /** What would be nothing unusual. */
  normal: NormalRange | undefined;
}

/** A sentence, and the published table that it is read from. */
interface Sentence {
  text: string;
  table: string;
}

/** The message of the month: one sentence, large, then a few short ones with their sources, then what is not counted. */
export function headline(facts: HeadlineFacts, context: ReportContext): Markup {
  const {slides} = facts;
  const {t, lang} = context;
  const stake = slides.count > 0 && slides.stake !== null && t.headlineStake(slides.stake, windowMonths(context));
  const sentences = listSentences(facts, context);
  const tables = [...new Set(["slide-trend", ...sentences.map(({table}) => table)])];
  const link = (table: string, text: string) => markup`<a href="/${lang}/tables#${table}">${text}</a>`;
  const mark = (table: string) => markup`<sup>${link(table, String(tables.indexOf(table) + 1))}</sup>`;
  return markup`<div class="lead">
<h1>${context.hasPrevious ? headlineSentence(slides, context) : t.headlineFirst}${stake && markup` <span class="stake">${stake}</span>`}</h1>
<p class="deck">${sentences.map(({text, table}) => markup`${text}${mark(table)} `)}</p>
<p class="note">${t.excluded(slides.excluded)}</p>
<p class="note cited">${t.sourcesOfSentences} ${tables.map((table, i) => markup`<span>${String(i + 1)} ${link(table, table)}</span> `)}</p>
</div>`;
}

/** The sentence that a director takes away; also on the hub. */
export function headlineSentence(
  slides: Pick<SlideFacts, "count" | "difference">,
  {t, names, manifest, isPartial}: Pick<ReportContext, "t" | "names" | "manifest" | "isPartial">,
): string {
  const {from, to} = manifest.definitions.slide;
  return t.headline({
    count: slides.count,
    from: names.labels(from).map(unbroken),
    to: names.labels(to).map(unbroken),
    difference: slides.difference,
    isPartial,
  });
}

function listSentences({slides, origin, normal}: HeadlineFacts, context: ReportContext): Sentence[] {
  const {t, names, manifest, isPartial, isWarmingUp, previous} = context;
  const {from, withinMonths} = manifest.definitions.slide;
  const list: Sentence[] = [];
  const say = (table: string, text: string) => void (text && list.push({text, table}));
  if (slides.count > 0 && slides.base > 0)
    say("slide-trend", t.shareOfBase(slides.count / slides.base, slides.base, names.labels(from), withinMonths));
  if (isWarmingUp) say("segment-sizes", t.warmingUpMonth(manifest.months[0]!, windowMonths(context), withinMonths));
  else if (slides.usual === null) say("slide-trend", t.noUsual);
  else say("slide-trend", isPartial ? t.usualWhenPartial(slides.usual) : t.usualIs(slides.usual));
  if (normal && !isWarmingUp)
    say(
      "migration-limits",
      t.verdicts[normal.verdict](normal.range ? t.countRange(...normal.range) : "", normal.baselineMonths),
    );
  if (slides.count > 0 && !isPartial) say("segment-slides", t.whySlid(slides.causes.ageing, slides.causes.behaviour));
  const path = slides.paths[0];
  if (path && slides.paths.length > 1)
    say("segment-slides", t.commonPath(names.labels(path.states).join(" → "), path.customers));
  if (origin.change !== null && from.length === 1)
    say("segment-sizes", t.segmentNow(names.label(from[0]!), origin.now, origin.change, previous));
  return list;
}

function windowMonths({manifest}: ReportContext): number {
  return manifest.definitions.rfm.windowMonths;
}

/** A name that is not split over two lines of a headline. */
function unbroken(name: string): string {
  return name.replaceAll(" ", "\u00a0");
}
