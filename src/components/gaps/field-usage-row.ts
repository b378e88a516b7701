/** One row per field of the data layer and published table that is computed from it, or one without a table. */
export interface FieldUsageRow {
  entity: string;
  field: string;
  is_required: boolean;
  is_filled: boolean;
  used_by: string | null;
}
