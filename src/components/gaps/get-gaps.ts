import type {FieldUsageRow} from "./field-usage-row.ts";
import {askedFor, type Need, needFields, needs} from "./needs.ts";
import type {ReportPage} from "./report.ts";

export type ReportStatus = "full" | "degraded" | "absent";

export interface ReportGaps {
  report: ReportPage;
  /** `absent`: lacks something that it requires; `degraded`: lacks something that it uses. */
  status: ReportStatus;
  missing: Need[];
}

export interface NeedGaps {
  need: Need;
  /** Reports that use it. */
  reports: ReportPage[];
  /** Those among them that lack nothing else. */
  completes: ReportPage[];
}

/** Which reports lack what, in their order; and what is missing, the most rewarding first. */
export function getGaps(
  usage: readonly FieldUsageRow[],
  pages: readonly ReportPage[],
): {reports: ReportGaps[]; missing: NeedGaps[]} {
  const reports = pages.map((report): ReportGaps => {
    const missing = report.describesData
      ? []
      : listMissing(usage, report.tables, [...report.requires, ...(report.uses ?? [])]);
    const isAbsent = report.requires.some((need) => missing.includes(need));
    return {report, status: isAbsent ? "absent" : missing.length ? "degraded" : "full", missing};
  });
  const missing = needs
    .map((need): NeedGaps => {
      const lacking = reports.filter((gaps) => gaps.missing.includes(need));
      return {
        need,
        reports: lacking.map(({report}) => report),
        completes: lacking.filter((gaps) => gaps.missing.length === 1).map(({report}) => report),
      };
    })
    .filter((gaps) => gaps.reports.length > 0)
    .sort((a, b) => b.completes.length - a.completes.length || b.reports.length - a.reports.length);
  return {reports, missing};
}

/**
 * Needs of some published tables that no field of the shop delivers, in the order of the needs.
 *
 * @param asked further needs, whatever the tables use
 */
export function listMissing(
  usage: readonly FieldUsageRow[],
  tables: readonly string[],
  asked: readonly Need[] = [],
): Need[] {
  const used = new Set(usage.filter((row) => row.used_by !== null && tables.includes(row.used_by)).map(nameOf));
  const filled = new Set(usage.filter((row) => row.is_filled).map(nameOf));
  return needs.filter((need) => {
    const fields: readonly string[] = needFields[need];
    const isNeeded = asked.includes(need) || (!askedFor.has(need) && fields.some((field) => used.has(field)));
    return isNeeded && !fields.some((field) => filled.has(field));
  });
}

function nameOf({entity, field}: FieldUsageRow): string {
  return `${entity}.${field}`;
}
