import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import type {Content, Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentValueRow} from "./value-rows.ts";

/** What a segment's revenue is made of: customers × orders of each × what an order is worth (× margin). */
export function bridgeCard(rows: readonly SegmentValueRow[], {t, f, names, manifest}: PageContext): Markup {
  const {margin} = manifest.definitions.value;
  const subtitle = t.bridgeSubtitle(manifest.definitions.rfm.windowMonths);
  const own = names.segments.flatMap((state) => {
    const row = rows.find(({segment}) => segment === state.key);
    return row && row.customers > 0 && row.order_count_window > 0 ? [{state, row}] : [];
  });
  const orders = (row: SegmentValueRow) => row.order_count_window / row.customers;
  const most = [...own].sort((a, b) => orders(b.row) - orders(a.row))[0];
  const least = [...own].sort((a, b) => orders(a.row) - orders(b.row))[0];
  if (!most || !least) return chartCard({title: t.bridgeNone, subtitle, body: t.clvNobody});
  const money = (value: number | null, format = f.compactMoney) => (value === null ? t.withheld : format(value));
  return chartCard({
    className: "bridge",
    title: t.bridgeTitle(most.state.label, orders(most.row), least.state.label, orders(least.row)),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.segment},
        {label: t.customers, isNumber: true},
        {label: `× ${t.bridgeOrders}`, isNumber: true},
        {label: `× ${t.bridgeOrderValue}`, isNumber: true},
        ...(margin === null ? [] : [{label: `× ${t.bridgeMargin}`, isNumber: true}]),
        {label: `= ${margin === null ? t.netRevenue : t.bridgeContribution}`, isNumber: true},
      ],
      rows: own.map(({state, row}): Content[] => [
        segmentName(state),
        f.integer(row.customers),
        f.decimal(orders(row)),
        money(row.net_revenue_window === null ? null : row.net_revenue_window / row.order_count_window, f.money),
        ...(margin === null ? [] : [f.percent(margin)]),
        money(row.net_revenue_window === null ? null : row.net_revenue_window * (margin ?? 1)),
      ]),
    }),
    note: margin === null ? t.bridgeNoMargin : t.bridgeNote,
  });
}
