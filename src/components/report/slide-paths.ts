import {barTable} from "../charts/bar-table.ts";
import {chartCard} from "../charts/chart-card.ts";
import type {Markup} from "../markup.ts";
import {segmentPath} from "../segment-name.ts";
import type {ReportContext} from "./report-data.ts";
import type {SlideFacts} from "./slide-facts.ts";

const shown = 6;

/** The ways down, most walked first. */
export function slidePaths({paths, count}: SlideFacts, {t, f, names}: ReportContext): Markup {
  const top = paths[0];
  const rest = paths.slice(shown);
  const bars = paths.slice(0, shown).map((path) => ({
    label: segmentPath(path.states.map(names.get)),
    value: path.customers,
    text: f.integer(path.customers),
    detail: path.revenue === null ? t.withheld : f.compactMoney(path.revenue),
    colour: names.get(path.states.at(-1)!).colour,
  }));
  const others = rest.reduce((sum, path) => sum + path.customers, 0);
  return chartCard({
    className: "paths",
    title: top ? t.pathsTitle(names.labels(top.states).join(" → "), top.customers / count) : t.pathsNone,
    subtitle: t.pathsSubtitle,
    body: bars.length > 0 && barTable(bars, {caption: t.pathsSubtitle, columns: [t.path, t.customers]}),
    note: rest.length > 0 && `${t.otherPaths(rest.length)}: ${f.integer(others)}`,
  });
}
