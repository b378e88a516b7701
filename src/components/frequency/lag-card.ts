import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import type {ChurnCurveRow} from "../churn/churn-curve-row.ts";
import type {Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {shareCurves} from "../retention/share-curves.ts";
import {countBars} from "./count-bars.ts";

/** Half a year; what comes later is said in words. */
const WEEKS = 26;
const SAID = [30, 90, 180];
/** Days after an order up to which the steps are drawn, and those at which they say their value. */
const MOST_DAYS = 180;
const MARKED = 90;

interface Week {
  /** From 1: days 0 to 6. */
  week: number;
  orders: number;
  /** Share of the next orders seen that had come by its end. */
  came: number;
  /** Share of all orders followed by another by its end. */
  share: number;
}

/** Days between an order and the next one, week by week. */
export function lagCard(rows: readonly ChurnCurveRow[], {t, f}: PageContext): Markup {
  const all = rows.filter((row) => row.order_no === 0);
  const weeks = listWeeks(all);
  const subtitle = t.lagSubtitle;
  if (!weeks.some(({orders}) => orders > 0)) return chartCard({title: t.lagNone, subtitle, body: t.retentionTooShort});
  const half = all.find((row) => row.share_returned >= 0.5);
  const title = half ? t.lagTitle(half.days) : t.lagNever(all.at(-1)!.share_returned, all.at(-1)!.days);
  const said = SAID.flatMap((days) => all.find((row) => row.days === days) ?? []);
  const days = ({week}: Week) => `${f.integer(7 * week - 7)}–${f.integer(7 * week - 1)}`;
  const draw = (width: number) =>
    countBars(
      weeks.map((week) => ({x: week.week, count: week.orders, title: `${days(week)}: ${f.integer(week.orders)}`})),
      {f, width, label: title, ticks: weeks.map(({week}) => week).filter((week) => week === 1 || week % 4 === 0)},
    );
  return chartCard({
    className: "purchase-lag",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: t.lagNote(said.map(({days, share_returned}) => [days, share_returned])),
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.lagDays},
        {label: t.lagOrders, isNumber: true},
        {label: t.lagCame, isNumber: true},
        {label: t.lagShare, isNumber: true},
      ],
      rows: weeks.map((week) => [days(week), f.integer(week.orders), f.percent(week.came), f.percent(week.share)]),
    },
  });
}

function listWeeks(rows: readonly ChurnCurveRow[]): Week[] {
  const count = Math.min(WEEKS, Math.floor(rows.length / 7));
  const all = rows.reduce((sum, row) => sum + row.next_orders, 0);
  let came = 0;
  return Array.from({length: count}, (_, i) => {
    const days = rows.slice(7 * i, 7 * i + 7);
    const orders = days.reduce((sum, row) => sum + row.next_orders, 0);
    came += orders;
    return {week: i + 1, orders, came: all > 0 ? came / all : 0, share: days.at(-1)!.share_returned};
  });
}

/** How many go on to the next order within so many days, by which order it is: the first takes longest. */
export function stepCurves(rows: readonly ChurnCurveRow[], {t, f}: PageContext): Markup {
  const subtitle = t.stepsSubtitle;
  const steps = [1, 2, 3, 4].flatMap((orderNo) => {
    const own = rows.filter((row) => row.order_no === orderNo && row.days <= MOST_DAYS);
    const marked = own.find(({days}) => days === MARKED);
    return marked ? [{orderNo, own, marked}] : [];
  });
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || first === last) return chartCard({title: t.stepsNone, subtitle, body: t.retentionTooShort});
  const title = t.stepsTitle(MARKED, first.marked.share_returned, last.marked.share_returned);
  const name = (orderNo: number) => (orderNo === 4 ? "4+" : `${orderNo} → ${orderNo + 1}`);
  const draw = (width: number) =>
    shareCurves(
      steps.map(({orderNo, own}) => ({
        points: own.map((row) => ({x: row.days, share: row.share_returned})),
        isSubject: orderNo === 1,
        marks: [],
        name: name(orderNo),
      })),
      {document: getBuildDocument(), f, width, label: title, ticks: [0, 30, 60, 90, 180], nameWidth: 56},
    );
  const tabled = [30, 60, 90, 180];
  return chartCard({
    className: "order-steps",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: t.stepsNote,
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [{label: t.ladderStep}, ...tabled.map((days) => ({label: t.withinDays(days), isNumber: true}))],
      rows: steps.map(({orderNo, own}) => [
        name(orderNo),
        ...tabled.map((days) => {
          const row = own.find((other) => other.days === days);
          return row ? f.percent(row.share_returned) : t.none;
        }),
      ]),
    },
  });
}
