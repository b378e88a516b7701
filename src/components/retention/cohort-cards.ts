import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {px} from "../charts/svg.ts";
import {type Content, type Markup, markup, raw} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {CohortRow} from "../tables.ts";
import type {Cohort, CohortFacts} from "./cohort-facts.ts";
import {shareCurves} from "./share-curves.ts";

/** How much of the colour the largest share of the table has. */
const MOST_HEAT = 72;

/** Cohorts by month of the first order: the share that ordered again in each month after. */
export function cohortHeatMap({cohorts, hasFirst, monthNos, average}: CohortFacts, context: PageContext): Markup {
  const {t, f} = context;
  const subtitle = t.cohortSubtitle;
  if (monthNos.length === 0) return chartCard({title: t.cohortNone, subtitle, body: t.retentionTooShort});
  const later = cohorts.flatMap(({cells}) => cells.filter(({month_no}) => monthNos.includes(month_no)));
  const most = Math.max(...later.map((cell) => cell.customers_on / cell.customers)) || 1;
  const isOpen = cohorts.some(({cells}) =>
    cells.some((cell) => cell.is_incomplete && cell.month_no <= monthNos.length),
  );
  return chartCard({
    className: "cohort-heat",
    title: answer(),
    subtitle,
    body: markup`<div class="scroll" role="region" tabindex="0" aria-label="${subtitle}"><table class="cohorts">
<caption class="unseen">${subtitle}</caption>
<thead><tr><th scope="col">${t.cohortMonth}</th><th scope="col">${t.cohortSize}</th>${monthNos.map((no) => markup`<th scope="col">+${no}</th>`)}</tr></thead>
<tbody>${cohorts.map(
      ({
        month,
        customers,
        cells,
      }) => markup`<tr><th scope="row">${f.monthShortYear(month)}</th><td class="size${cells[0]!.is_incomplete && " incomplete"}">${f.integer(customers)}</td>${monthNos.map((no) => heatCell(cells[no], month, most, context))}</tr>
`,
    )}</tbody>
<tfoot><tr><th scope="row">${t.cohortAverage}</th><td></td>${monthNos.map((no) => markup`<td>${formatAverage(average.find(({monthNo}) => monthNo === no)?.share)}</td>`)}</tr></tfoot>
</table></div>`,
    note: (isOpen || hasFirst) && [
      isOpen && markup`<span class="swatch hatched"></span>${t.cohortIncomplete} `,
      hasFirst && t.cohortFirst,
    ],
    twin: {
      summary: t.cohortTwin,
      caption: t.cohortTwinCaption,
      columns: [
        {label: t.cohortMonth},
        {label: t.cohortSize, isNumber: true},
        {label: t.cohortValue, isNumber: true},
        ...monthNos.map((no) => ({label: `+${no}`, isNumber: true})),
      ],
      rows: cohorts.map((cohort): Content[] => [
        f.monthShortYear(cohort.month),
        f.integer(cohort.customers),
        value(cohort),
        ...monthNos.map((no) => counts(cohort.cells[no])),
      ]),
    },
  });

  function answer(): string {
    const [first, last] = [average[0], average.at(-1)];
    if (!first || !last) return t.cohortNone;
    return last === first ? t.cohortTitleOne(first.share) : t.cohortTitle(first.share, last.monthNo, last.share);
  }

  function formatAverage(share: number | undefined): string {
    return share === undefined ? "" : f.integer(100 * share);
  }

  function value({cells}: Cohort): string {
    const money = cells.at(-1)!.net_revenue_per_customer;
    return money === null ? t.withheld : f.money(money);
  }

  function counts(cell: CohortRow | undefined): string {
    if (!cell) return "";
    const text = `${f.integer(cell.customers_on)} / ${f.integer(cell.customers_on_or_after)}`;
    return cell.is_incomplete ? `${text}*` : text;
  }
}

function heatCell(cell: CohortRow | undefined, month: string, most: number, {t, f}: PageContext): Markup {
  if (!cell) return markup`<td></td>`;
  const share = cell.customers_on / cell.customers;
  const title = t.cohortCell({
    cohort: month,
    monthNo: cell.month_no,
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

/** The newest cohorts with enough full months against the average of those before. */
export function cohortCurves({newest, newestCurve, beforeCurve}: CohortFacts, {t, f}: PageContext): Markup {
  const subtitle = t.curvesSubtitle;
  if (newest.length === 0) return chartCard({title: t.curvesNone, subtitle, body: t.retentionTooShort});
  const now = newestCurve.at(-1)!;
  const before = beforeCurve.find(({monthNo}) => monthNo === now.monthNo)!;
  const title = t.curvesTitle(now.monthNo, now.share, before.share);
  const points = (curve: typeof newestCurve) => curve.map(({monthNo, share}) => ({x: monthNo, share}));
  const draw = (width: number) =>
    shareCurves(
      [
        {points: points(beforeCurve), isSubject: false, marks: [beforeCurve.at(-1)!.monthNo]},
        {points: points(newestCurve), isSubject: true, marks: [now.monthNo], isLower: now.share < before.share},
      ],
      {
        document: getBuildDocument(),
        f,
        width,
        label: title,
        ticks: beforeCurve.map(({monthNo}) => monthNo).filter((no) => no === 1 || no % 3 === 0),
      },
    );
  return chartCard({
    className: "cohort-curves",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: t.curvesNote(newest[0]!, newest.at(-1)!),
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.curvesMonth, isNumber: true},
        {label: t.curvesNewest, isNumber: true},
        {label: t.curvesBefore, isNumber: true},
      ],
      rows: beforeCurve.map(({monthNo, share}) => {
        const own = newestCurve.find((point) => point.monthNo === monthNo);
        return [f.integer(monthNo), own ? f.percent(own.share) : t.none, f.percent(share)];
      }),
    },
  });
}
