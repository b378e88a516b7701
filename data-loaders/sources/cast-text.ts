import {quoteText} from "../engine/sql-text.ts";

/** What a text can be read as. */
export type TextKind = "integer" | "decimal" | "number" | "boolean" | "date" | "timestamp" | "instant";

/** How a file writes its values. */
export interface TextStyle {
  decimalSeparator?: string | undefined;
  /** `strptime` formats where days and times are not ISO 8601. */
  dateFormat?: string | undefined;
  timestampFormat?: string | undefined;
  /** Zone into which times that carry one of their own are brought. */
  timeZone: string;
}

/** How each kind is called where a text is not one. */
export const kindNames: Record<TextKind, string> = {
  integer: "whole number",
  decimal: "amount",
  number: "number",
  boolean: "true or false",
  date: "day",
  timestamp: "time",
  instant: "time",
};

/**
 * SQL that reads a text as a kind of value, or gives NULL. Stricter than a cast, which rounds `1.5` to a whole number,
 * takes `1_000`, `0x1F` and `infinity`, and silently drops the zone of `10:00+03:00`.
 *
 * @param text SQL of a text; it occurs several times in the result, so it should be a name
 */
export function castText(text: string, kind: TextKind, style: TextStyle): string {
  const number =
    style.decimalSeparator === ","
      ? `(CASE WHEN NOT contains(${text}, '.') THEN replace(${text}, ',', '.') END)`
      : text;
  switch (kind) {
    case "integer":
      return `CASE WHEN regexp_full_match(${number}, ' *[+-]?[0-9]+([.]0*)? *') THEN TRY_CAST(${number} AS BIGINT) END`;
    case "decimal":
      return `CASE WHEN NOT contains(${number}, '_') THEN TRY_CAST(${number} AS DECIMAL(18, 4)) END`;
    case "number":
      return `CASE WHEN NOT contains(${number}, '_') AND isfinite(TRY_CAST(${number} AS DOUBLE)) THEN TRY_CAST(${number} AS DOUBLE) END`;
    case "boolean":
      return `TRY_CAST(${text} AS BOOLEAN)`;
    case "date":
      return style.dateFormat
        ? `CAST(${parseTime(text, style.dateFormat, style)} AS DATE)`
        : `CAST(${castTime(text, style)} AS DATE)`;
    case "timestamp":
      return style.timestampFormat ? parseTime(text, style.timestampFormat, style) : castTime(text, style);
    case "instant":
      return style.timestampFormat
        ? `CAST(try_strptime(${text}, ${quoteText(style.timestampFormat)}) AS TIMESTAMPTZ)`
        : castInstant(text);
  }
}

/** A time that has a zone, as the clock in the shop's zone shows it. */
export function toShopTime(instant: string, {timeZone}: TextStyle): string {
  return `timezone(${quoteText(timeZone)}, ${instant})`;
}

function parseTime(text: string, format: string, style: TextStyle): string {
  const parsed = `try_strptime(${text}, ${quoteText(format)})`;
  return /%[zZ]/.test(format) ? toShopTime(parsed, style) : parsed;
}

function castTime(text: string, style: TextStyle): string {
  const hasZone = `contains(${text}, '+') OR suffix(${text}, 'Z') OR suffix(${text}, 'z') OR ${text} LIKE '%-%-%-%'`;
  const isWord = `${text} >= ':'`; // infinity, epoch
  return `CASE WHEN ${isWord} THEN NULL WHEN ${hasZone} THEN ${toShopTime(castInstant(text), style)} ELSE TRY_CAST(${text} AS TIMESTAMP) END`;
}

/** No clock is more than 15 hours from UTC, though the engine takes 99. */
function castInstant(text: string): string {
  return `CASE WHEN NOT regexp_matches(${text}, ':[0-9]+([.][0-9]+)?[+-](1[6-9]|[2-9][0-9])') THEN TRY_CAST(${text} AS TIMESTAMPTZ) END`;
}
