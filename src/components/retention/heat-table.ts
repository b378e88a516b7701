import {px} from "../charts/svg.ts";
import {type Markup, markup, raw} from "../markup.ts";
import {monthIndex, yearOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import {type Cohort, type CohortFacts, findCell} from "./cohort-facts.ts";
import type {CohortRow} from "./cohort-row.ts";

/** How much of the colour the largest share of the table has. */
const MOST_HEAT = 72;

/** Cohorts by row, periods since by column: the percent that came back, darker where more did. */
export function heatTable(
  {cohorts, monthNos, average}: CohortFacts,
  {caption, first}: {caption: string; first: string},
  context: PageContext,
): Markup {
  const {t, f} = context;
  const shares = cohorts.flatMap((cohort) =>
    monthNos.flatMap((no) => {
      const cell = findCell(cohort, no);
      return cell ? [cell.customers_on / cell.customers] : [];
    }),
  );
  const most = Math.max(...shares) || 1;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="cohorts">
<caption class="unseen">${caption}</caption>
<thead><tr><th scope="col">${first}</th><th scope="col">${t.cohortSize}</th>${monthNos.map((no) => markup`<th scope="col">+${no}</th>`)}</tr></thead>
<tbody>${cohorts.map(
    (cohort) =>
      markup`<tr><th scope="row">${nameCohort(cohort, context)}</th>${sizeCell(cohort, context)}${monthNos.map((no) => heatCell(findCell(cohort, no), cohort, most, context))}</tr>
`,
  )}</tbody>
<tfoot><tr><th scope="row">${t.cohortAverage}</th><td></td>${monthNos.map((no) => {
    const share = average.find(({monthNo}) => monthNo === no)?.share;
    return markup`<td>${share === undefined ? "" : f.integer(100 * share)}</td>`;
  })}</tr></tfoot>
</table></div>`;
}

/** Whether a table shows a period that is not over. */
export function hasOpenCell({cohorts, monthNos}: CohortFacts): boolean {
  return cohorts.some(({cells}) => cells.some((cell) => cell.is_incomplete && cell.period_no <= monthNos.length));
}

/** Mar 2025, Q1 2025. */
export function nameCohort({month, cells}: Cohort, {t, f}: Pick<PageContext, "t" | "f">): string {
  return cells[0]!.period === "quarter"
    ? t.cohortQuarter(yearOf(month), 1 + Math.floor(monthIndex(month) / 3))
    : f.monthShortYear(month);
}

function sizeCell({customers, cells}: Cohort, {f}: PageContext): Markup {
  const isOpen = cells[0]!.period_no === 0 && cells[0]!.is_incomplete;
  return markup`<td class="size${isOpen && " incomplete"}">${f.integer(customers)}</td>`;
}

function heatCell(cell: CohortRow | undefined, cohort: Cohort, most: number, {t, f}: PageContext): Markup {
  if (!cell) return markup`<td></td>`;
  const share = cell.customers_on / cell.customers;
  const title = t.cohortCell({
    cohort: nameCohort(cohort, {t, f}),
    period: cell.period,
    periodNo: cell.period_no,
    on: cell.customers_on,
    onOrAfter: cell.customers_on_or_after,
    customers: cell.customers,
    isIncomplete: cell.is_incomplete,
  });
  const look = cell.is_incomplete
    ? raw(' class="incomplete"')
    : markup` style="--heat:${px((MOST_HEAT * share) / most)}%"`;
  return markup`<td${look} title="${title}">${f.integer(100 * share)}</td>`;
}
