import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import type {QualityReason} from "../tables.ts";
import type {QualityContext} from "./quality-context.ts";

/** Largest value for A, B and C, as the grades are computed (a test holds them against it). */
export const gradeLimits: Record<QualityReason, readonly [number, number, number]> = {
  stray: [0, 0, 0],
  rejected: [0.001, 0.01, 0.05],
  range: [0.001, 0.01, 0.05],
  orphan: [0.005, 0.02, 0.1],
  repeated: [0.02, 0.1, 0.3],
  needed: [0.05, 0.2, 0.5],
  stale: [1, 2, 4],
  silent: [0, 10, 20],
  thin: [0.5, 0.8, 0.95],
};

/** How a grade comes about. */
export function gradeRules({t, f}: QualityContext): Markup {
  const limit = (reason: QualityReason, value: number) =>
    reason === "stale"
      ? t.qualityTimes(value)
      : reason === "silent" || reason === "stray"
        ? f.integer(value)
        : f.percent(value);
  return markup`<section class="card"><h2>${t.qualityRulesTitle}</h2>
<p class="subtitle">${t.qualityRulesSubtitle}</p>
${dataTable({
  caption: t.qualityRulesSubtitle,
  columns: [
    {label: t.qualityCriterion},
    ...["A", "B", "C"].map((grade) => ({label: t.qualityUpTo(grade), isNumber: true})),
  ],
  rows: (Object.entries(gradeLimits) as [QualityReason, readonly number[]][]).map(([reason, limits]) => [
    t.qualityCriteria[reason],
    ...limits.map((value) => limit(reason, value)),
  ]),
})}
<p class="note">${t.qualityRulesNote}</p></section>`;
}
