/** SQL types that a field can have after staging. Money is `money`: DECIMAL(18,4). */
export type FieldType = "text" | "integer" | "money" | "boolean" | "date" | "timestamp";

/** One field of an entity. */
export interface Field {
  type: FieldType;
  /** What it holds, with its unit; goes into the data dictionary. */
  about: string;
  /** A row without it is rejected. */
  required?: true;
  /** SQL over the field's own name that must hold where it is not null, and what to call a row where it does not. */
  check?: {rule: string; sql: string};
}

/** A kind of record that the shop's systems deliver. */
export interface Entity {
  /** One sentence: what one row is. */
  grain: string;
  /** Fields that together name a row; a second row with the same key is rejected. Absent: rows have no key. */
  key?: readonly string[];
  fields: Readonly<Record<string, Field>>;
}
