import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import type {Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {nameRungs, nextOrderCurve, orderBars} from "./order-charts.ts";
import {getOrderLadder, type Rung} from "./order-ladder.ts";
import type {OrderCountRow} from "./threshold-rows.ts";

/** Rungs that a chart draws; the rest are taken together. */
const most = 12;

/** How many orders customers place: the look-back window in bars, all time in ticks. */
export function orderHistogram(rows: readonly OrderCountRow[], {t, f, manifest}: PageContext): Markup {
  const [window, ever] = [getOrderLadder(rows, "window", most), getOrderLadder(rows, "ever", most)];
  const months = manifest.definitions.rfm.windowMonths;
  const subtitle = t.orderHistogramSubtitle(months);
  if (window.length === 0) return chartCard({title: t.orderHistogramNone, subtitle, body: t.thresholdsTooFew});
  const once = 1 - (window[1]?.atLeast ?? 0) / window[0]!.atLeast;
  const title = t.orderHistogramTitle(once, months);
  const draw = (width: number, drawn: number) =>
    orderBars(getOrderLadder(rows, "window", drawn), getOrderLadder(rows, "ever", drawn), {
      document: getBuildDocument(),
      f,
      width,
      label: title,
    });
  const names = nameRungs(ever.length > window.length ? ever : window);
  const count = (rung: Rung | undefined) => (rung ? f.integer(rung.customers) : t.none);
  return chartCard({
    className: "order-histogram",
    title,
    subtitle,
    body: responsive(draw(560, most), draw(360, 6)),
    note: t.orderHistogramKey,
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.orders},
        {label: t.thresholdsWindow(months), isNumber: true},
        {label: t.thresholdsEver, isNumber: true},
      ],
      rows: names.map((name, i) => [name, count(window[i]), count(ever[i])]),
    },
  });
}

/** The share of customers who order again after n orders, for every n with enough people. */
export function nextOrder(rows: readonly OrderCountRow[], {t, f, manifest}: PageContext): Markup {
  const rungs = getOrderLadder(rows, "ever", Number.POSITIVE_INFINITY).filter(({next}) => next !== null);
  const subject = manifest.definitions.lifeCycle.loyalOrders;
  const subtitle = t.nextOrderSubtitle;
  if (rungs.length < 2) return chartCard({title: t.nextOrderNone, subtitle, body: t.thresholdsTooFew});
  const [first] = rungs;
  const title = t.nextOrderStopped(Math.round(first!.atLeast * (1 - first!.next!)), first!.atLeast);
  const draw = (width: number, drawn: number) =>
    nextOrderCurve(rungs.slice(0, drawn), {document: getBuildDocument(), f, width, label: title, subject});
  return chartCard({
    className: "next-order",
    title,
    subtitle,
    body: responsive(draw(560, most), draw(360, 6)),
    note: t.nextOrderNote(subject),
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.orders},
        {label: t.nextOrderReached, isNumber: true},
        {label: t.nextOrderAgain, isNumber: true},
      ],
      rows: rungs.map(({orders, atLeast, next}) => [f.integer(orders), f.integer(atLeast), f.percent(next!)]),
    },
  });
}

/** What the curve answers: those with enough orders to be regulars against those with one. */
export function nextOrderTitle(rungs: readonly Rung[], subject: number, t: PageContext["t"]): string {
  const first = rungs[0]!;
  const regular = rungs.find(({orders}) => orders === subject) ?? rungs.at(-1)!;
  return t.nextOrderTitle(first.next!, regular.orders, regular.next!);
}
