import {chartCard} from "../../charts/chart-card.ts";
import {dataTable} from "../../charts/data-table.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import {segmentName} from "../../segment-name.ts";
import {formatLever} from "./format-lever.ts";
import {leverNames} from "./lever-gaps.ts";
import type {LeverName, LeverRow} from "./lever-row.ts";

/** The three levers of each segment, with the target of each. */
export function leverTable(rows: readonly LeverRow[], context: PageContext): Markup {
  const {t, f, names, manifest} = context;
  const subtitle = t.leverSubtitle(manifest.definitions.rfm.windowMonths);
  const all = rows.find(({dimension}) => dimension === "all");
  if (!all) return chartCard({title: t.leverNone, subtitle, body: t.leversTooFew});
  const own = rows
    .filter(({dimension}) => dimension === "segment")
    .sort((a, b) => names.get(a.value).order - names.get(b.value).order);
  const columns = [
    {label: t.segment},
    {label: t.customers, isNumber: true},
    {label: t.leverGross, isNumber: true},
    ...leverNames.map((lever) => ({label: t.leverNames[lever], isNumber: true})),
  ];
  const money = (value: number | null) => (value === null ? t.withheld : f.money(value));
  const toRow = (name: Content, row: LeverRow): Content[] => [
    name,
    f.integer(row.customers),
    money(row.gross_basket_value),
    ...leverNames.map((lever) => cell(row, lever)),
  ];
  const categories = rows
    .filter(({dimension}) => dimension === "category")
    .sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
  return chartCard({
    className: "lever-table",
    title: t.leverTitle(
      all.basket_value,
      all.items_per_basket === null ? null : formatLever("items_per_basket", all.items_per_basket, f),
      all.frequency,
    ),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns,
      rows: [...own.map((row) => toRow(segmentName(names.get(row.value)), row)), toRow(markup`<b>${t.total}</b>`, all)],
    }),
    note: t.leverNote,
    ...(categories.length > 0 && {
      twin: {
        summary: t.leverTwin,
        caption: t.leverTwin,
        columns: [{label: t.basketItem("category")}, ...columns.slice(1)],
        rows: categories.map((row) => toRow(row.value.replaceAll(" > ", " › "), row)),
      },
    }),
  });

  function cell(row: LeverRow, lever: LeverName): Content {
    const [value, target, gain] = [row[lever], row[`${lever}_target`], row[`${lever}_gain`]];
    if (value === null) return lever === "basket_value" ? t.withheld : t.none;
    const shown = formatLever(lever, value, f);
    const goal = target === null || gain === 0 ? shown : formatLever(lever, target, f);
    return markup`${shown}${goal !== shown && markup` <span class="goal">→ ${goal}</span>`}`;
  }
}
