import {type Markup, markup} from "../markup.ts";
import {addMonths, lastDayTold, type Month} from "../month.ts";
import type {ReportContext} from "./report-data.ts";

/** The line above the headline: which report this is, how fresh, and the way to the months beside it. */
export function dateline({t, f, lang, month, isPartial, isWarmingUp, grade, manifest}: ReportContext): Markup {
  const {months, asOf, definitions} = manifest;
  const link = (to: Month, text: string, rel: "prev" | "next") =>
    months.includes(to) && markup`<a href="/${lang}/report/${to}" rel="${rel}">${text}</a>`;
  return markup`<div class="dateline">
<p><b>${t.reportKicker}</b> <span>${f.month(month)}</span>${isPartial && markup` <span class="flag">${t.monthToDate}</span>`}${
    isWarmingUp && markup` <span class="flag">${t.warmingUp}</span>`
  }</p>
<p class="fresh"><span>${t.asOf(lastDayTold(month, asOf))}</span> ${
    grade && markup`<span><a href="/${lang}/quality">${t.qualityGradeOf(grade)}</a></span> `
  }<span>${t.definitionVersion(definitions.version)}</span></p>
<nav aria-label="${t.monthNavigation}">${link(addMonths(month, -1), t.previousMonth(addMonths(month, -1)), "prev")}${link(
    addMonths(month, 1),
    t.nextMonth(addMonths(month, 1)),
    "next",
  )}</nav>
</div>`;
}
