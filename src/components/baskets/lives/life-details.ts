import {dataTable} from "../../charts/data-table.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {ProductLifeRow} from "./life-row.ts";

const MOST_ROWS = 25;

/** What the cards leave out, folded: the finer categories and products that most people buy. */
export function lifeDetails(
  level: "subcategory" | "product",
  rows: readonly ProductLifeRow[],
  nameOf: (row: ProductLifeRow) => string,
  {t, f}: PageContext,
): Markup | null {
  const shown = rows
    .filter((row) => row.level === level && row.life_days !== null)
    .sort((a, b) => b.customers - a.customers || (a.item < b.item ? -1 : 1))
    .slice(0, MOST_ROWS);
  if (shown.length === 0) return null;
  const count = (value: number | null) => (value === null ? "·" : f.integer(value));
  const share = (value: number | null) => (value === null ? "·" : f.percent(value));
  const caption = t.lifeDetails(level);
  return markup`<details class="twin"><summary>${caption}</summary>${dataTable({
    caption,
    columns: [
      {label: t.basketItem(level)},
      {label: t.customers, isNumber: true},
      {label: t.lifeDays, isNumber: true},
      {label: t.lifeOnTime, isNumber: true},
      {label: t.lifeRepeat, isNumber: true},
      {label: t.duePeriods.overdue, isNumber: true},
      {label: t.duePeriods.due, isNumber: true},
      {label: t.duePeriods.next_30, isNumber: true},
    ],
    rows: shown.map((row): Content[] => [
      nameOf(row),
      f.integer(row.customers),
      row.life_source === "override" ? t.lifeOwn(row.life_days!) : f.integer(row.life_days!),
      share(row.on_time_share),
      share(row.repeat_share),
      count(row.overdue),
      count(row.due),
      count(row.next_30),
    ]),
  })}</details>`;
}
