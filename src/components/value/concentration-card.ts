import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ValueDecileRow} from "./value-rows.ts";

/** How unevenly a year's revenue is spread over customers, by tenths. */
export function concentrationCard(deciles: readonly ValueDecileRow[], {t, f}: PageContext): Markup {
  const subtitle = t.decileSubtitle;
  const first = deciles[0];
  if (!first || first.share === null) return chartCard({title: t.decileNone, subtitle, body: t.clvTooFew});
  const most = Math.max(...deciles.map(({share}) => share ?? 0));
  return chartCard({
    className: "deciles",
    title: t.decileTitle(first.share),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.decileColumn},
        {label: t.netRevenue, isNumber: true},
        {label: t.share, isNumber: true},
        {label: t.decileTogether, isNumber: true},
      ],
      rows: deciles.map(({decile, net_revenue, share, share_to_here}): Content[] => [
        f.integer(decile),
        net_revenue === null ? t.withheld : f.compactMoney(net_revenue),
        share === null
          ? t.withheld
          : markup`<span class="in-cell"><span style="width:${px((100 * Math.max(0, share)) / most)}%;--c:var(--${decile === 1 ? "subject" : "stay"})"></span></span><span class="percent">${f.percent(share)}</span>`,
        share_to_here === null ? t.withheld : f.percent(share_to_here),
      ]),
    }),
    note: first.gini === null ? null : t.decileGini(first.gini),
  });
}
