import type {Language} from "../language.ts";
import type {Manifest} from "../manifest.ts";
import {type Markup, markup} from "../markup.ts";
import {type Month, monthOf, yearOf} from "../month.ts";
import {getPageContext, type PageContext} from "../page-context.ts";
import {pageSource} from "../page-source.ts";
import {headlineSentence} from "../report/headline.ts";
import {getSlideFacts} from "../report/slide-facts.ts";
import type {SlideTrendRow} from "../report/slide-rows.ts";
import type {SegmentRow} from "../segment-rows.ts";
import {pageGroups} from "../site-pages.ts";

export interface HomeData {
  manifest: Manifest;
  segments: SegmentRow[];
  trend: SlideTrendRow[];
}

/** The hub of a language as a page source: the newest report's message, every report, the other pages. */
export function renderHome({manifest, segments, trend}: HomeData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, manifest, segments);
  const {t} = context;
  const newest = manifest.months.at(-1)!;
  const facts = getSlideFacts(trend, [], newest);
  const counts = new Map(trend.map((row) => [monthOf(row.month), row.customers]));
  const years = [...new Set(manifest.months.map(yearOf))].reverse();
  const sentence = headlineSentence(facts, {...context, isPartial: manifest.isPartialMonth});
  const body = markup`<article class="home">
<div class="dateline"><p><b>${t.homeTitle}</b> <span>${manifest.shop.name}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span></p></div>
<div class="lead"><h1>${sentence}</h1>
<p class="deck"><a href="/${lang}/report/${newest}">${t.homeNewest(newest)} →</a></p></div>
<section><h2>${t.homeAllReports}</h2>
<div class="years">${years.map((year) => yearOfReports(year, counts, context))}</div></section>
<section><h2>${t.homeOtherPages}</h2>
<div class="page-groups">${pageGroups.map(
    ({key, pages}) => markup`<div><h3>${t.groupNames[key]}</h3><dl class="pages">${pages.map(
      (name) => markup`<dt><a href="/${lang}/${name}">${t.pageNames[name]}</a></dt><dd>${t.pageAbouts[name]}</dd>
`,
    )}</dl></div>
`,
  )}</div></section>
</article>`;
  return pageSource(body, {title: t.siteTitle, lang});
}

/** The reports of a year, newest first, each with its count of slides. */
function yearOfReports(year: number, counts: ReadonlyMap<Month, number>, {t, f, lang, manifest}: PageContext): Markup {
  const months = manifest.months.filter((month) => yearOf(month) === year).reverse();
  return markup`<div><h3>${String(year)}</h3><ul>${months.map(
    (month) =>
      markup`<li><a href="/${lang}/report/${month}">${f.monthName(month)}</a> <span>${t.homeSlides(counts.get(month) ?? 0)}</span></li>`,
  )}</ul></div>
`;
}
