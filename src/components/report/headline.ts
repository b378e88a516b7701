import {type Markup, markup} from "../markup.ts";
import type {ReportContext} from "./report-data.ts";
import type {SlideFacts} from "./slide-facts.ts";

export interface HeadlineFacts {
  slides: SlideFacts;
  /** Size and change of the segment people slide from. */
  origin: {now: number; change: number | null};
}

/** The message of the month: one sentence, large, then two to four short ones, then what is not counted. */
export function headline({slides, origin}: HeadlineFacts, context: ReportContext): Markup {
  const {t} = context;
  const stake = slides.count > 0 && slides.stake !== null && t.headlineStake(slides.stake, windowMonths(context));
  return markup`<div class="lead">
<h1>${context.hasPrevious ? headlineSentence(slides, context) : t.headlineFirst}${stake && markup` <span class="stake">${stake}</span>`}</h1>
<p class="deck">${sentences({slides, origin}, context).join(" ")}</p>
<p class="note">${t.excluded(slides.excluded)}</p>
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

function sentences({slides, origin}: HeadlineFacts, context: ReportContext): string[] {
  const {t, names, manifest, isPartial, isWarmingUp, previous} = context;
  const {from, withinMonths} = manifest.definitions.slide;
  const list: string[] = [];
  if (slides.count > 0 && slides.base > 0)
    list.push(t.shareOfBase(slides.count / slides.base, slides.base, names.labels(from), withinMonths));
  if (isWarmingUp) list.push(t.warmingUpMonth(manifest.months[0]!, windowMonths(context), withinMonths));
  else if (slides.usual === null) list.push(t.noUsual);
  else list.push(isPartial ? t.usualWhenPartial(slides.usual) : t.usualIs(slides.usual));
  const path = slides.paths[0];
  if (path && slides.paths.length > 1) list.push(t.commonPath(names.labels(path.states).join(" → "), path.customers));
  if (origin.change !== null && from.length === 1)
    list.push(t.segmentNow(names.label(from[0]!), origin.now, origin.change, previous));
  return list;
}

function windowMonths({manifest}: ReportContext): number {
  return manifest.definitions.rfm.windowMonths;
}

/** A name that is not split over two lines of a headline. */
function unbroken(name: string): string {
  return name.replaceAll(" ", "\u00a0");
}
