import type {ManifestSource} from "../manifest.ts";
import type {FieldUsageRow} from "./field-usage-row.ts";
import type {ReportPage} from "./report.ts";

export interface SourceField {
  name: string;
  isRequired: boolean;
  isFilled: boolean;
  /** Reports computed from it; those that only describe the data do not count. */
  reports: ReportPage[];
  /** Whether a published table is computed from it, be it read by a report or not. */
  isUsed: boolean;
}

export interface SourceEntity {
  entity: string;
  /** Records that were accepted; null: the shop has no such source. */
  records: number | null;
  fields: SourceField[];
  reports: ReportPage[];
}

/** Every kind of record that a shop could deliver: whether it does, which fields, and what they are used for. */
export function getSources(
  usage: readonly FieldUsageRow[],
  pages: readonly ReportPage[],
  delivered: readonly ManifestSource[],
): SourceEntity[] {
  const readers = pages.filter((page) => !page.describesData);
  const described = pages.filter((page) => page.describesData).flatMap(({tables}) => tables);
  const isCounted = (table: string) =>
    !described.includes(table) || readers.some((page) => page.tables.includes(table));
  const entities = new Map<string, Map<string, FieldUsageRow[]>>();
  for (const row of usage) {
    const fields = entities.get(row.entity) ?? new Map<string, FieldUsageRow[]>();
    entities.set(row.entity, fields);
    fields.set(row.field, [...(fields.get(row.field) ?? []), row]);
  }
  return [...entities].map(([entity, byName]) => {
    const fields = [...byName].map(([name, rows]): SourceField => {
      const tables = rows.flatMap((row) => (row.used_by !== null && isCounted(row.used_by) ? [row.used_by] : []));
      return {
        name,
        isRequired: rows[0]!.is_required,
        isFilled: rows[0]!.is_filled,
        reports: readers.filter((page) => page.tables.some((table) => tables.includes(table))),
        isUsed: tables.length > 0,
      };
    });
    const files = delivered.filter((source) => source.name === entity);
    return {
      entity,
      records: files.length ? files.reduce((sum, file) => sum + file.accepted, 0) : null,
      fields,
      reports: readers.filter((page) => fields.some((field) => field.reports.includes(page))),
    };
  });
}
