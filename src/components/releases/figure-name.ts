import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {RestatementRow} from "./restatements.ts";

type Context = Pick<PageContext, "t" | "f" | "names">;

/** What a figure is called: its measure and the row, in words where there are any. */
export function figureName({measure, row_key: key}: RestatementRow, context: Context): string {
  const {t} = context;
  const row = key
    .split(", ")
    .filter(Boolean)
    .map((part) => describePart(part, context));
  return [t.restatedMeasures[measure] ?? measure, ...row.filter(Boolean)].join(" · ");
}

/** `from_segment=champions` as the name of the segment; a column without words keeps its own. */
function describePart(part: string, {t, names}: Context): string {
  const at = part.indexOf("=");
  const [column, value] = [part.slice(0, at), part.slice(at + 1)];
  if (value === "none") return "";
  if (column === "horizon_months") return t.restatedHorizon(Number(value));
  if (column === "window_months") return t.restatedWindow(Number(value));
  const state = names.states.find((known) => known.key === value)?.label;
  if (column === "from_segment" || column === "from_state") return t.restatedFrom(state ?? value);
  if (column === "to_segment") return t.restatedTo(state ?? value);
  return state ?? (column === "segment" || column === "state" ? value : `${column} ${value}`);
}

/** A value before or after, as its measure is written. */
export function figureValue(value: number | null, {measure}: RestatementRow, {t, f}: Context): string {
  if (value === null) return t.none;
  if (measure.includes("revenue")) return f.money(value);
  return Number.isInteger(value) ? f.integer(value) : f.decimal(value, 2);
}

/** The causes of a row, in words. */
export function causeNames(causes: readonly string[], {t}: Context): Markup {
  return markup`${causes.map((cause) => t.restatedCauses[cause as keyof typeof t.restatedCauses] ?? cause).join(", ")}`;
}
