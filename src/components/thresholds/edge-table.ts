import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {monthDate} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {ScoreEdgeRow} from "./threshold-rows.ts";

const measures = ["recency", "frequency", "monetary"] as const;
const scores = [5, 4, 3, 2, 1];

/** Where the scores of the newest month cut, how many people have each, and what is wrong with the cuts. */
export function edgeTable(rows: readonly ScoreEdgeRow[], {t, f, manifest}: PageContext): Markup {
  const time = monthDate(manifest.months.at(-1)!).getTime();
  const newest = rows.filter((row) => row.month.getTime() === time);
  const byKey = new Map(newest.map((row) => [`${row.measure} ${row.score}`, row]));
  const value = {
    recency: (days: number) => t.edgeDays(days),
    frequency: (orders: number) => t.edgeOrders(orders),
    monetary: (money: number) => t.edgeMoney(f.money(money)),
  };
  const cell = (measure: (typeof measures)[number], score: number): Content => {
    const row = byKey.get(`${measure} ${score}`);
    if (!row) return t.none;
    const edge = row.edge === null ? t.edgeRest : value[measure](row.edge);
    const isOdd = row.is_missing || row.has_large_tie;
    return markup`<span class="edge">${edge}</span> <span class="${isOdd ? "people odd" : "people"}">${t.countCustomers(row.customers)}</span>`;
  };
  const warnings = [...newest]
    .sort((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure) || b.score - a.score)
    .flatMap((row) => {
      if (row.is_missing) return [t.edgeMissing(t.measureNames[row.measure], row.score)];
      if (!row.has_large_tie) return [];
      const pool = newest
        .filter(({measure}) => measure === row.measure)
        .reduce((sum, {customers}) => sum + customers, 0);
      return [
        t.edgeTie(t.measureNames[row.measure], row.score, row.tied_customers ?? 0, (row.tied_customers ?? 0) / pool),
      ];
    });
  return chartCard({
    className: "score-edges",
    title: warnings.length === 0 ? t.scoreEdgesTitle : t.scoreEdgesWarning(warnings.length),
    subtitle: t.scoreEdgesSubtitle,
    body: dataTable({
      caption: t.scoreEdgesSubtitle,
      columns: [{label: t.edgeMeasure}, ...scores.map((score) => ({label: t.edgeScore(score)}))],
      rows: measures.map((measure) => [t.measureNames[measure], ...scores.map((score) => cell(measure, score))]),
    }),
    note:
      warnings.length > 0 &&
      markup`<span class="warnings">${warnings.map((warning) => markup`<span>${warning}</span>`)}</span>`,
  });
}
