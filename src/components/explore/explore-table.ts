import {getFormat} from "../format.js";
import type {Language} from "../language.ts";
import {emptyNote} from "./explore-chart.js";
import type {ExploreWords} from "./explore-words.ts";
import {nameValue} from "./name-value.js";

/** Framework's Inputs, handed in by the page. */
export interface InputsLibrary {
  table(rows: Iterable<unknown>, options: Record<string, unknown>): HTMLElement;
}

/** The newest month by value. Rows cannot be selected, so no column of unlabelled boxes; the region has a name. */
export function exploreTable(
  rows: readonly Record<string, unknown>[],
  {words, Inputs}: {words: ExploreWords; Inputs: InputsLibrary},
): HTMLElement {
  if (rows.length === 0) return emptyNote(words);
  const f = getFormat(words.lang, words.currency);
  const {labels} = words;
  const known = (format: (value: number) => string) => (value: number | null) => (value === null ? "–" : format(value));
  const table = Inputs.table(rows, {
    select: false,
    layout: "auto",
    rows: 16,
    columns: ["value", "customers", "orders", "net_revenue", "average_order"],
    header: labels,
    format: {
      value: (value: string) => nameValue(value, words),
      customers: known(f.integer),
      orders: known(f.integer),
      net_revenue: known(f.money),
      average_order: known(f.money),
    },
    align: {customers: "right", orders: "right", net_revenue: "right", average_order: "right"},
  });
  return named(table, labels.value ?? "");
}

/** Who moved from one segment to another in the newest month, by value. */
export function flowTable(
  rows: readonly Record<string, unknown>[],
  {words, Inputs}: {words: ExploreWords; Inputs: InputsLibrary},
): HTMLElement {
  if (rows.length === 0) return emptyNote(words);
  const f = getFormat(words.lang, words.currency);
  const {labels, states} = words;
  const state = (key: string) => states[key] ?? key;
  const table = Inputs.table(rows, {
    select: false,
    layout: "auto",
    rows: 16,
    columns: ["value", "from_segment", "to_segment", "customers", "revenue_at_stake"],
    header: labels,
    format: {
      value: (value: string) => nameValue(value, words),
      from_segment: state,
      to_segment: state,
      customers: f.integer,
      revenue_at_stake: (money: number | null) => (money === null ? "–" : f.money(money)),
    },
    align: {customers: "right", revenue_at_stake: "right"},
  });
  return named(table, labels.flows ?? "");
}

/** What a query gives: an Arrow table. */
export interface QueryResult extends Iterable<unknown> {
  schema: {fields: {name: string; type: {typeId: number}}[]};
}

/** The result of a query as it is; Arrow hands dates over as numbers. */
export function plainTable(
  result: QueryResult,
  {label, lang, Inputs}: {label: string; lang: Language; Inputs: InputsLibrary},
): HTMLElement {
  const dates = result.schema.fields.filter((field) => field.type.typeId === arrowDate);
  const day = (value: number) => new Date(value).toISOString().slice(0, 10);
  const table = Inputs.table(result, {
    select: false,
    layout: "auto",
    rows: 16,
    locale: lang === "tr" ? "tr-TR" : "en-GB",
    format: Object.fromEntries(dates.map(({name}) => [name, day])),
  });
  return named(table, label);
}

const arrowDate = 8;

/** Names the scrolling form and lets the keyboard reach it; the cell that held the boxes is dropped by the style sheet. */
function named(table: HTMLElement, label: string): HTMLElement {
  table.setAttribute("aria-label", label);
  table.tabIndex = 0;
  table.classList.add("explore-table");
  return table;
}
