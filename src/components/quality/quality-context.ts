import type {IdentitySummaryRow} from "../identity/identity-summary-row.ts";
import type {Manifest} from "../manifest.ts";
import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {GradeLimits} from "./grade-rules.ts";
import type {QualityTrendRow, SourceMonthRow, SourceQualityRow} from "./quality-rows.ts";

/** The published tables that the quality page reads, whole. */
export interface QualityData {
  manifest: Manifest;
  counts: SourceQualityRow[];
  months: SourceMonthRow[];
  trend: QualityTrendRow[];
  identity: IdentitySummaryRow[];
  limits: GradeLimits;
}

/** What the parts of the quality page are given beside their figures. */
export type QualityContext = Pick<PageContext, "t" | "f" | "lang" | "manifest">;

export type GradeLetter = "A" | "B" | "C" | "D";

/** The letter of a grade; colour helps, but is not needed to read it. */
export function gradeMark(grade: GradeLetter): Markup {
  return markup`<b class="grade grade-${grade.toLowerCase()}">${grade}</b>`;
}

/** The name of a source in the language of the page. */
export function sourceName(entity: string, {t}: QualityContext): string {
  return t.entities[entity]?.[0] ?? entity;
}

/** What lowered a grade, and in which source. */
export function nameReason(
  row: Pick<SourceMonthRow, "reason" | "reason_entity" | "reason_value">,
  counts: readonly SourceQualityRow[],
  days: number | null,
  context: QualityContext,
): string | null {
  const what = describeReason(row, counts, days, context);
  return what && `${sourceName(row.reason_entity!, context)}: ${what}`;
}

/** What lowered a grade, as a clause. */
export function describeReason(
  {reason, reason_entity, reason_value}: Pick<SourceMonthRow, "reason" | "reason_entity" | "reason_value">,
  counts: readonly SourceQualityRow[],
  days: number | null,
  {t}: QualityContext,
): string | null {
  if (reason === null || reason_entity === null || reason_value === null) return null;
  const field = largestSubject(counts, reason_entity, reason);
  return t.qualityReasons[reason]({
    value: reason_value,
    field: t.qualityFields[field] ?? t.qualityRuleName(field),
    days: days ?? 0,
  });
}

function largestSubject(counts: readonly SourceQualityRow[], entity: string, measure: string): string {
  const found = counts.filter(
    (count) => count.entity === entity && count.entry_kind === "all" && count.measure === measure,
  );
  return found.sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0))[0]?.subject ?? "";
}
