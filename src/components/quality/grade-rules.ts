import {dataTable} from "../charts/data-table.ts";
import {type Markup, markup} from "../markup.ts";
import type {QualityContext} from "./quality-context.ts";
import type {QualityReason} from "./quality-rows.ts";

/** Largest value for A, B and C by what is wrong, as the grades are computed. */
export type GradeLimits = Readonly<Record<QualityReason, readonly [number, number, number]>>;

/** How a grade comes about. */
export function gradeRules(limits: GradeLimits, {t, f}: QualityContext): Markup {
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
  rows: (Object.entries(limits) as [QualityReason, readonly number[]][]).map(([reason, values]) => [
    t.qualityCriteria[reason],
    ...values.map((value) => limit(reason, value)),
  ]),
})}
<p class="note">${t.qualityRulesNote}</p></section>`;
}
