import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import {monthOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import {causeNames, figureName, figureValue} from "./figure-name.ts";
import {listCauses, type RestatementRow, sortByWeight} from "./restatements.ts";

const SHOWN = 12;
const LISTED = 500;

/** What changed since the release before: the figures that are asked for first, then all in a folded table. */
export function restatedFigures(rows: readonly RestatementRow[], context: PageContext): Markup | null {
  if (rows.length === 0) return null;
  const {t} = context;
  const sorted = sortByWeight(rows);
  return markup`<section class="card"><h2>${t.restatedFiguresTitle(rows.length, countMonths(rows))}</h2>
<p class="subtitle">${t.restatedFiguresSubtitle}</p>
${figureTable(sorted.slice(0, SHOWN), context)}
${
  sorted.length > SHOWN &&
  markup`<details><summary>${t.restatedAll(Math.min(sorted.length, LISTED), sorted.length)}</summary>
${figureTable(sorted.slice(SHOWN, LISTED), context)}</details>`
}</section>`;
}

/** How many figures of each table changed, and why. */
export function restatedByTable(rows: readonly RestatementRow[], context: PageContext): Markup | null {
  if (rows.length === 0) return null;
  const {t, f, lang} = context;
  const tables = [...new Set(rows.map((row) => row.published_table))];
  return markup`<section class="card"><h2>${t.restatedTablesTitle(tables.length)}</h2>
<p class="subtitle">${t.restatedTablesSubtitle}</p>
${dataTable({
  caption: t.restatedTablesSubtitle,
  columns: [
    {label: t.restatedTable},
    {label: t.restatedCount, isNumber: true},
    {label: t.restatedMonths},
    {label: t.restatedCause},
  ],
  rows: tables.map((table) => {
    const own = rows.filter((row) => row.published_table === table);
    const months = own.map((row) => monthOf(row.month)).sort();
    const [first, last] = [f.monthShortYear(months[0]!), f.monthShortYear(months.at(-1)!)];
    return [
      markup`<a href="/${lang}/tables#${table}"><code>${table}</code></a>`,
      f.integer(own.length),
      first === last ? first : `${first} – ${last}`,
      causeNames([...new Set(own.flatMap(listCauses))], context),
    ];
  }),
})}</section>`;
}

function figureTable(rows: readonly RestatementRow[], context: PageContext): Markup {
  const {t, f} = context;
  return dataTable({
    caption: t.restatedFiguresSubtitle,
    className: "restated",
    columns: [
      {label: t.restatedFigure},
      {label: t.month},
      {label: t.restatedBefore, isNumber: true},
      {label: t.restatedAfter, isNumber: true},
      {label: t.restatedCause},
    ],
    rows: rows.map((row) => [
      markup`${figureName(row, context)} <code>${row.published_table}</code>`,
      f.monthShortYear(monthOf(row.month)),
      figureValue(row.old_value, row, context),
      figureValue(row.new_value, row, context),
      causeNames(listCauses(row), context),
    ]),
  });
}

const countMonths = (rows: readonly RestatementRow[]) => new Set(rows.map((row) => row.month.getTime())).size;
