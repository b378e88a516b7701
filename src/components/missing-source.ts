import type {Need} from "./gaps/needs.ts";
import {type Markup, markup} from "./markup.ts";
import type {PageContext} from "./page-context.ts";

/**
 * What stands where a figure would be if the shop delivered what it needs: what is missing, what the reader sees instead,
 * what it would bring, and the way to the page that says how to deliver it. Nothing where nothing is missing.
 */
export function missingSource(missing: readonly Need[], {t, lang}: Pick<PageContext, "t" | "lang">): Markup {
  if (missing.length === 0) return markup``;
  return markup`<aside class="missing-source"><p><b>${t.missingTitle(missing.map((need) => t.needs[need].name).join(", "))}</b></p>
<ul>${missing.map((need) => markup`<li>${t.needs[need].without} ${t.needs[need].brings}</li>`)}</ul>
<p><a href="/${lang}/sources">${t.missingMore} →</a></p></aside>`;
}
