import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {type Cohort, type CohortFacts, findCell} from "./cohort-facts.ts";
import type {CohortRow} from "./cohort-row.ts";
import {hasOpenCell, heatTable, nameCohort} from "./heat-table.ts";
import {shareCurves} from "./share-curves.ts";

/** Cohorts by month of the first order, and folded by quarter: the share that ordered again in each month after. */
export function cohortHeatMap(facts: CohortFacts, byQuarter: CohortFacts, context: PageContext): Markup {
  const {t, f} = context;
  const {cohorts, hasFirst, monthNos} = facts;
  const subtitle = t.cohortSubtitle;
  if (monthNos.length === 0) return chartCard({title: t.cohortNone, subtitle, body: t.retentionTooShort});
  const isOpen = hasOpenCell(facts);
  return chartCard({
    className: "cohort-heat",
    title: sayExtremes(facts, context),
    subtitle,
    body: [
      heatTable(facts, {caption: subtitle, first: t.cohortMonth}, context),
      (isOpen || hasFirst) &&
        markup`<p class="note">${isOpen && markup`<span class="swatch hatched"></span>${t.cohortIncomplete} `}${hasFirst && t.cohortFirst}</p>`,
      byQuarter.monthNos.length > 0 &&
        markup`<details class="twin"><summary>${t.cohortByQuarter}</summary>${heatTable(byQuarter, {caption: t.cohortQuarterSubtitle, first: t.cohortMonth}, context)}</details>`,
    ],
    twin: {
      summary: t.cohortTwin,
      caption: t.cohortTwinCaption,
      columns: [
        {label: t.cohortMonth},
        {label: t.cohortSize, isNumber: true},
        {label: t.cohortOrders, isNumber: true},
        {label: t.cohortRevenue, isNumber: true},
        {label: t.cohortValue, isNumber: true},
        ...monthNos.map((no) => ({label: `+${no}`, isNumber: true})),
      ],
      rows: cohorts.map((cohort): Content[] => [
        nameCohort(cohort, context),
        f.integer(cohort.customers),
        f.integer(cohort.cells.reduce((sum, cell) => sum + cell.events, 0)),
        ...value(cohort),
        ...monthNos.map((no) => counts(findCell(cohort, no))),
      ]),
    },
  });

  function value({customers, cells}: Cohort): [string, string] {
    const money = cells.at(-1)!.net_revenue_per_customer;
    return money === null ? [t.withheld, t.withheld] : [f.money(money * customers), f.money(money)];
  }

  function counts(cell: CohortRow | undefined): string {
    if (!cell) return "";
    const text = `${f.integer(cell.customers_on)} / ${f.integer(cell.customers_on_or_after)}`;
    return cell.is_incomplete ? `${text}*` : text;
  }
}

/** The cohorts of which most and fewest ordered in the month after the first order. */
function sayExtremes({cohorts, hasFirst, average}: CohortFacts, {t, f}: PageContext): string {
  const known = (hasFirst ? cohorts.slice(1) : cohorts).flatMap((cohort) => {
    const cell = findCell(cohort, 1);
    return cell && !cell.is_incomplete ? [{month: cohort.month, share: cell.customers_on / cell.customers}] : [];
  });
  const sorted = known.sort((a, b) => b.share - a.share || (a.month < b.month ? -1 : 1));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (!best || !worst || best === worst || !average[0]) return t.cohortNone;
  return t.cohortExtremes(f.month(best.month), best.share, f.month(worst.month), worst.share, average[0].share);
}

/** How many of the new customers order in the month after the first order, and in the last month of the table. */
export function sayCohorts(average: CohortFacts["average"], {t}: Pick<PageContext, "t">): string {
  const [first, last] = [average[0], average.at(-1)];
  if (!first || !last) return t.cohortNone;
  return last === first ? t.cohortTitleOne(first.share) : t.cohortTitle(first.share, last.monthNo, last.share);
}

/** The newest cohorts with enough full months against the average of those before, and every cohort by itself. */
export function cohortCurves({cohorts, newest, newestCurve, beforeCurve}: CohortFacts, {t, f}: PageContext): Markup {
  const subtitle = t.curvesSubtitle;
  if (newest.length === 0) return chartCard({title: t.curvesNone, subtitle, body: t.retentionTooShort});
  const now = newestCurve.at(-1)!;
  const before = beforeCurve.find(({monthNo}) => monthNo === now.monthNo)!;
  const title = t.curvesTitle(now.monthNo, now.share, before.share);
  const points = (curve: typeof newestCurve) => curve.map(({monthNo, share}) => ({x: monthNo, share}));
  const single = cohorts.flatMap(({cells}) => {
    const known = cells.filter(
      (cell) => cell.period_no > 0 && cell.period_no <= beforeCurve.length && !cell.is_incomplete,
    );
    return known.length > 1
      ? [known.map((cell) => ({x: cell.period_no, share: cell.customers_on / cell.customers}))]
      : [];
  });
  const draw = (width: number) =>
    shareCurves(
      [
        ...single.map((curve) => ({points: curve, isSubject: false, isFaint: true, marks: []})),
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

/** A pair of events and what its cohorts come to. */
export interface CohortPair {
  from: CohortRow["first_event"];
  to: CohortRow["then_event"];
  facts: CohortFacts;
}

const PAIR_MONTHS = [1, 3, 6, 12];

/** What else new customers do in the months after, and what registrations come to; each pair's cohorts folded. */
export function pairsCard(pairs: readonly CohortPair[], missing: Content, context: PageContext): Markup {
  const {t, f} = context;
  const share = ({facts}: CohortPair) => facts.average[0]!.share;
  const known = pairs.filter(({facts}) => facts.average.length > 0).sort((a, b) => share(b) - share(a));
  const best = known[0];
  const subtitle = t.pairsSubtitle;
  if (!best) return chartCard({title: t.pairsNone, subtitle, body: missing || t.retentionTooShort});
  return chartCard({
    className: "cohort-pairs",
    title: t.pairsTitle(best.from, best.to, best.facts.average[0]!.monthNo, best.facts.average[0]!.share),
    subtitle,
    body: [
      dataTable({
        caption: subtitle,
        columns: [{label: t.pairsPair}, ...PAIR_MONTHS.map((no) => ({label: t.pairsMonth(no), isNumber: true}))],
        rows: known.map(({from, to, facts}) => [
          t.pairName(from, to),
          ...PAIR_MONTHS.map((no) => {
            const point = facts.average.find(({monthNo}) => monthNo === no);
            return point ? f.percent(point.share) : t.none;
          }),
        ]),
      }),
      known.map(
        ({from, to, facts}) =>
          markup`<details class="twin"><summary>${t.pairsCohorts(t.pairName(from, to))}</summary>${heatTable(facts, {caption: t.pairName(from, to), first: t.pairFirst[from]}, context)}</details>`,
      ),
      missing,
    ],
    note: t.pairsNote,
  });
}
