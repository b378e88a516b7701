import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ReportPage} from "./report.ts";

/** What the parts of the page of sources and gaps are given beside their figures. */
export type GapsContext = Pick<PageContext, "t" | "f" | "lang" | "manifest">;

/** A report's title, leading to its newest page. */
export function reportLink({path, title}: ReportPage, {lang, manifest}: GapsContext): Markup {
  return markup`<a href="/${lang}/${path.replace("[month]", manifest.months.at(-1)!)}">${title[lang]}</a>`;
}

export function titlesOf(reports: readonly ReportPage[], {lang}: GapsContext): string[] {
  return reports.map(({title}) => title[lang]);
}
