import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import type {Need} from "../gaps/needs.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {missingSource} from "../missing-source.ts";
import {monthOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {ChannelValueRow} from "./value-rows.ts";

/** What winning a customer costs in each channel, what a customer is worth, and when it has paid back. */
export function channelCard(rows: readonly ChannelValueRow[], missing: readonly Need[], context: PageContext): Markup {
  const {t, f, manifest} = context;
  const lacking = missing.filter((need) => need === "spend" || need === "acquisition_source");
  const first = rows[0];
  const known = rows.filter(({channel}) => channel !== "unknown");
  if (!first || known.length === 0)
    return chartCard({
      title: t.channelNone,
      subtitle: t.channelNoneSubtitle,
      body: lacking.length > 0 ? missingSource(lacking, context) : t.clvTooFew,
    });
  const {margin} = manifest.definitions.value;
  const subtitle = t.channelSubtitle(monthOf(first.from_month), monthOf(first.to_month));
  const paid = rows.filter((row) => row.cost_per_customer !== null && row.cost_per_customer > 0);
  const dearest = [...paid].sort((a, b) => b.cost_per_customer! - a.cost_per_customer!)[0];
  const cheapest = [...paid].sort((a, b) => a.cost_per_customer! - b.cost_per_customer!)[0];
  const most = [...known].sort((a, b) => (b.net_revenue_per_customer ?? 0) - (a.net_revenue_per_customer ?? 0))[0]!;
  const name = (channel: string) => t.channelName(channel);
  const money = (value: number | null) => (value === null ? t.none : f.money(value));
  return chartCard({
    className: "channels",
    title:
      dearest && cheapest && dearest !== cheapest
        ? t.channelTitle(
            name(cheapest.channel),
            cheapest.cost_per_customer!,
            name(dearest.channel),
            dearest.cost_per_customer!,
          )
        : t.channelTitlePlain(name(most.channel), most.net_revenue_per_customer ?? 0),
    subtitle,
    body: [
      dataTable({
        caption: subtitle,
        columns: [
          {label: t.channelColumn},
          {label: t.newCustomers, isNumber: true},
          ...(paid.length > 0
            ? [
                {label: t.channelSpend, isNumber: true},
                {label: t.channelCost, isNumber: true},
              ]
            : []),
          {label: t.channelToDate, isNumber: true},
          {label: t.channelPredicted, isNumber: true},
          ...(paid.length > 0 ? [{label: t.channelPayback, isNumber: true}] : []),
        ],
        rows: [...rows]
          .sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0) || (a.channel < b.channel ? -1 : 1))
          .map((row): Content[] => [
            name(row.channel),
            row.customers === null ? t.withheld : f.integer(row.customers),
            ...(paid.length > 0
              ? [row.spend === null ? t.none : f.compactMoney(row.spend), money(row.cost_per_customer)]
              : []),
            money(row.net_revenue_per_customer),
            money(row.predicted_net_revenue_per_customer),
            ...(paid.length > 0 ? [payback(row)] : []),
          ]),
      }),
      lacking.length > 0 && markup`${missingSource(lacking, context)}`,
    ],
    note: paid.length > 0 && t.channelNote(margin),
  });

  function payback(row: ChannelValueRow): string {
    if (row.cost_per_customer === null) return t.none;
    if (row.payback_month_no !== null) return t.channelMonth(row.payback_month_no);
    return row.last_month_no === null ? t.none : t.channelNotYet(row.last_month_no);
  }
}
