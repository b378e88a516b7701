import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {segmentName} from "../segment-name.ts";
import type {ChosenModel} from "./chosen-model.ts";
import type {SegmentValueRow} from "./value-rows.ts";

/** What the customers of each segment have been worth, and what is to be expected of them. */
export function segmentValueCard(
  rows: readonly SegmentValueRow[],
  chosen: ChosenModel | null,
  {t, f, names, manifest}: PageContext,
): Markup {
  const subtitle = t.clvSegmentSubtitle(manifest.definitions.value.discountRate);
  const total = rows.find(({is_total}) => is_total);
  const own = names.states.flatMap((state) => {
    const row = rows.find(({segment}) => segment === state.key);
    return row && row.buyers > 0 ? [{state, row}] : [];
  });
  if (!total || own.length === 0) return chartCard({title: t.clvSegmentNone, subtitle, body: t.clvNobody});
  const money = (value: number | null, format = f.compactMoney) => (value === null ? t.withheld : format(value));
  const expected = total.predicted_net_revenue_12_months;
  const top = own
    .filter(({row}) => row.predicted_net_revenue_12_months !== null)
    .sort((a, b) => b.row.predicted_net_revenue_12_months! - a.row.predicted_net_revenue_12_months!)[0];
  const share = (value: number | null, colour: string | undefined): Content =>
    value === null || !expected
      ? null
      : [
          colour &&
            markup`<span class="in-cell"><span style="width:${px((100 * value) / expected)}%;--c:${colour}"></span></span>`,
          markup`<span class="percent">${f.percent(value / expected)}</span>`,
        ];
  const line = (row: SegmentValueRow, name: Content, colour?: string): Content[] => [
    name,
    f.integer(row.buyers),
    money(row.net_revenue),
    money(row.net_revenue_per_customer, f.money),
    ...(chosen?.isDropoutKnown ? [row.likely_alive === null ? t.none : f.integer(row.likely_alive)] : []),
    ...(chosen
      ? [
          money(row.predicted_net_revenue_6_months),
          money(row.predicted_net_revenue_12_months),
          share(row.predicted_net_revenue_12_months, colour),
          row.low_12_months === null || row.high_12_months === null
            ? t.none
            : `${f.compactMoney(row.low_12_months)} – ${f.compactMoney(row.high_12_months)}`,
        ]
      : []),
  ];
  return chartCard({
    className: "segment-values",
    title:
      top && expected
        ? t.clvSegmentTitle(top.state.label, top.row.predicted_net_revenue_12_months! / expected)
        : t.clvSegmentNone,
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.segment},
        {label: t.customers, isNumber: true},
        {label: t.clvToDate, isNumber: true},
        {label: t.clvPerCustomer, isNumber: true},
        ...(chosen?.isDropoutKnown ? [{label: t.clvAlive, isNumber: true}] : []),
        ...(chosen
          ? [
              {label: t.clvMonths(6), isNumber: true},
              {label: t.clvMonths(12), isNumber: true},
              {label: t.share, isNumber: true},
              {label: t.clvInterval, isNumber: true},
            ]
          : []),
      ],
      rows: [
        ...own.map(({state, row}) => line(row, segmentName(state), state.colour)),
        line(total, markup`<b>${t.total}</b>`),
      ],
    }),
    note: chosen && [t.clvIntervalNote, " ", chosen.isDropoutKnown && t.clvAliveNote(chosen.method === "bg-nbd")],
  });
}
