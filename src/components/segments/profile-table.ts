import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentValueRow} from "../value/value-rows.ts";
import type {SegmentProfile} from "./segment-profile.ts";

/** The segments side by side: how many, how much, how often, and what is to be expected of them where a model says so. */
export function profileTable(
  profiles: readonly SegmentProfile[],
  values: readonly SegmentValueRow[],
  {t, f, lang, manifest}: PageContext,
): Markup {
  const hasModel = values.some((row) => row.predicted_net_revenue_12_months !== null);
  const subtitle = t.segmentsProfileSubtitle(manifest.definitions.rfm.windowMonths);
  const money = (value: number | null, format = f.compactMoney) => (value === null ? t.withheld : format(value));
  const share = (value: number | null, colour: string): Content =>
    value === null
      ? t.withheld
      : markup`<span class="in-cell"><span style="width:${Math.round(value * 100)}%;--c:${colour}"></span></span><span class="percent">${f.percent(value)}</span>`;
  const expected = ({state, customers}: SegmentProfile) => {
    const row = values.find(({segment}) => segment === state.key);
    return customers === 0 ? t.none : money(row?.predicted_net_revenue_12_months ?? null);
  };
  return markup`<section class="card profile">
<h2>${t.segmentsProfileTitle}</h2>
<p class="subtitle">${subtitle}</p>
${dataTable({
  caption: subtitle,
  columns: [
    {label: t.segment},
    {label: t.customers, isNumber: true},
    {label: t.share, isNumber: true},
    {label: t.netRevenue, isNumber: true},
    {label: t.revenueShare, isNumber: true},
    {label: t.orders, isNumber: true},
    {label: t.averageOrder, isNumber: true},
    {label: t.ordersPerCustomer, isNumber: true},
    {label: t.revenuePerCustomer, isNumber: true},
    ...(hasModel ? [{label: t.clvMonths(12), isNumber: true}] : []),
  ],
  rows: profiles.map((p) => [
    segmentName(p.state),
    f.integer(p.customers),
    share(p.share, p.state.colour),
    money(p.revenue),
    share(p.revenueShare, p.state.colour),
    p.orders === null ? t.withheld : f.integer(p.orders),
    money(p.averageOrder, f.money),
    p.ordersPerCustomer === null ? t.none : f.decimal(p.ordersPerCustomer),
    money(p.revenuePerCustomer, f.money),
    ...(hasModel ? [expected(p)] : []),
  ]),
})}
${hasModel && markup`<p class="note">${t.clvSegmentsNote} <a href="/${lang}/value">${t.clvTitle} →</a></p>`}
</section>`;
}
