import {chartCard} from "../../charts/chart-card.ts";
import {dataTable} from "../../charts/data-table.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import {segmentName} from "../../segment-name.ts";
import type {LeverRow} from "./lever-row.ts";

const rates = ["return_rate_orders", "return_rate_units", "return_rate_value"] as const;

/** How much comes back, by orders, units and value: of each segment; folded, of each category, where most does first. */
export function returnCard(rows: readonly LeverRow[], {t, f, names}: PageContext): Markup {
  const subtitle = t.returnSubtitle;
  const all = rows.find(({dimension}) => dimension === "all");
  if (!all?.return_rate_orders) return chartCard({title: t.returnNone, subtitle, body: t.returnNothing});
  const segments = rows
    .filter(({dimension}) => dimension === "segment")
    .sort((a, b) => names.get(a.value).order - names.get(b.value).order);
  const categories = rows
    .filter((row) => row.dimension === "category" && row.return_rate_orders !== null)
    .sort((a, b) => b.return_rate_orders! - a.return_rate_orders! || (a.value < b.value ? -1 : 1));
  const columns = rates.map((rate) => ({label: t.returnRates[rate], isNumber: true}));
  const toRow = (name: Content, row: LeverRow): Content[] => [
    name,
    ...rates.map((rate) => (row[rate] === null ? "·" : f.percent(row[rate]))),
  ];
  const isWithheld = segments.some((row) => row.return_rate_orders === null);
  return chartCard({
    className: "returns",
    title: t.returnTitle(all.return_rate_orders, all.return_rate_value),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [{label: t.segment}, ...columns],
      rows: [
        ...segments.map((row) => toRow(segmentName(names.get(row.value)), row)),
        toRow(markup`<b>${t.total}</b>`, all),
      ],
    }),
    note: [t.returnNote, isWithheld && ` ${t.dotWithheld}`],
    ...(categories.length > 0 && {
      twin: {
        summary: t.leverTwin,
        caption: t.leverTwin,
        columns: [{label: t.basketItem("category")}, ...columns],
        rows: categories.map((row) => toRow(row.value.replaceAll(" > ", " › "), row)),
      },
    }),
  });
}
