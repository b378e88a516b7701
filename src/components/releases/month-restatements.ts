import {type Markup, markup} from "../markup.ts";
import {type Month, monthOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import {causeNames, figureName, figureValue} from "./figure-name.ts";
import {listCauses, type ReleaseHistory, sortByWeight} from "./restatements.ts";

const SHOWN = 3;

/** What a report says of its month: which of its figures were published otherwise before. */
export function monthRestatements(
  {earlier, restatements}: ReleaseHistory,
  context: PageContext & {month: Month},
): Markup {
  const {t, month, lang} = context;
  if (!earlier || earlier.comparedWith === null) return markup`<p>${t.restatementsNotAssessed}</p>`;
  const own = sortByWeight(restatements.filter((row) => monthOf(row.month) === month));
  const link = markup`<a href="/${lang}/releases">${t.pageNames.releases}</a>`;
  if (own.length === 0) return markup`<p>${t.restatementsNone} ${link}</p>`;
  return markup`<p>${t.restatementsOfMonth(own.length)} ${link}</p>
<ul class="restated">${own
    .slice(0, SHOWN)
    .map(
      (row) =>
        markup`<li>${figureName(row, context)}: ${figureValue(row.old_value, row, context)} → ${figureValue(row.new_value, row, context)} (${causeNames(listCauses(row), context)})</li>`,
    )}</ul>`;
}
