import type {ColumnType, FileSourceInput} from "../../config/source-schema.ts";
import type {EntityGuess, FieldGuess, Part} from "./guess-entity.ts";
import type {ColumnProfile} from "./profile-columns.ts";
import type {ReadingStyle} from "./readings.ts";
import type {Format} from "./sniff-format.ts";

/** A source as it would stand in a configuration, and what is to be said about its parts. */
export interface SourceProposal {
  entity: string;
  source: FileSourceInput;
  /** Column or field → remark. */
  columnNotes: Record<string, string>;
  fieldNotes: Record<string, string>;
}

/** What makes a row one of an entity that stands beside another in the same file; rows without it are none of its own. */
const events: Record<string, {field: string; reason: string}> = {
  returns: {field: "returned_at", reason: "not returned"},
  cancellations: {field: "cancelled_at", reason: "not cancelled"},
};

/**
 * Writes what was guessed as a source: columns are declared with the types that their values have, or, where the adapter
 * cannot be told how to read them, converted by an expression.
 *
 * @param path as the configuration is to name the file
 */
export function proposeMapping(path: string, format: Format, guess: EntityGuess): SourceProposal {
  const declared: Record<string, ColumnType> = {};
  const columnNotes: Record<string, string> = {};
  const fieldNotes: Record<string, string> = {};
  const map: Record<string, string> = {};
  const reject: Record<string, string> = {};
  const style: ReadingStyle = format.kind === "csv" || format.kind === "json" ? {} : fixedStyle;

  const read = ({column, reading}: Part, isAlone: boolean, mayBeAbsent: boolean): string => {
    const name = isAlone && !column.isVirtual ? column.name : column.sql;
    if (format.kind === "json" && !(column.name in declared)) declared[column.name] = "text";
    if (!reading) return name;
    columnNotes[column.name] ??= describeReading(column, reading.name);
    if (column.type !== "VARCHAR") return name;
    const canDeclare = reading.style && !column.isVirtual && !mayBeAbsent && adoptStyle(style, reading.style);
    if (!canDeclare) return reading.convert(column.sql);
    declared[column.name] = reading.type;
    return name;
  };

  for (const fieldGuess of guess.fields) {
    const {field, parts, write, doubt} = fieldGuess;
    const column = parts[0]!.column;
    const event = events[guess.entity];
    // A declared reason comes before a value that cannot be read: it must look at the text.
    const mayBeAbsent = event?.field === field && column.filled < column.records;
    const isAlone = parts.length === 1 && write(["x"]) === "x";
    map[field] = write(parts.map((part) => read(part, isAlone, mayBeAbsent)));
    if (mayBeAbsent) reject[event.reason] = `coalesce(trim(CAST(${column.sql} AS VARCHAR)), '') = ''`;
    const note = describeDoubt(fieldGuess);
    if (note) fieldNotes[field] = doubt ? `a guess: ${note}` : note;
  }
  const options = {
    path,
    map,
    ...(Object.keys(declared).length ? {columns: declared} : {}),
    ...(Object.keys(reject).length ? {reject} : {}),
  };
  return {entity: guess.entity, source: complete(format, options, style), columnNotes, fieldNotes};
}

/** Workbooks are written again in one way. */
const fixedStyle: ReadingStyle = {decimalSeparator: null, dateFormat: null, timestampFormat: null};

/** Has the source read its columns so; false where it reads others of them in another way. */
function adoptStyle(style: ReadingStyle, wanted: ReadingStyle): boolean {
  const names = Object.keys(wanted) as (keyof ReadingStyle)[];
  if (names.some((name) => style[name] !== undefined && style[name] !== wanted[name])) return false;
  Object.assign(style, wanted);
  return true;
}

function complete(
  format: Format,
  options: {path: string; map: Record<string, string>; columns?: Record<string, ColumnType>},
  {decimalSeparator, dateFormat, timestampFormat}: ReadingStyle,
): FileSourceInput {
  const written = {
    ...(decimalSeparator ? {decimalSeparator} : {}),
    ...(dateFormat ? {dateFormat} : {}),
    ...(timestampFormat ? {timestampFormat} : {}),
  };
  switch (format.kind) {
    case "parquet":
    case "xlsx":
      return {kind: format.kind, ...options};
    case "json":
      return {kind: "json", ...options, columns: options.columns ?? {}, lines: format.lines, ...written};
    case "csv": {
      const {delimiter, quote, encoding} = format;
      return {
        kind: "csv",
        ...options,
        ...(delimiter === "," ? {} : {delimiter}),
        ...(quote === '"' ? {} : {quote}),
        ...(encoding === "utf-8" ? {} : {encoding}),
        ...written,
      };
    }
  }
}

/** `99.8 % are whole numbers; 3 are not` */
function describeReading(column: ColumnProfile, name: string): string {
  const count = column.readings.find(({reading}) => reading.name === name)?.count ?? 0;
  const share = `${describeShare(count, column.filled)} are ${name}`;
  return count === column.filled ? share : `${share}; ${(column.filled - count).toLocaleString("en")} are not`;
}

/** `99.8 % of 1,204 values`; never rounded up to all. */
function describeShare(count: number, all: number): string {
  const percent = count === all ? "100" : (Math.floor((1000 * count) / all) / 10).toFixed(1);
  return `${percent} % of ${all.toLocaleString("en")} values`;
}

function describeDoubt({parts, doubt}: FieldGuess): string | undefined {
  const remarks = doubt ? [doubt] : [];
  for (const {column, reading} of parts) {
    const rival = reading?.rivals?.find((name) =>
      column.readings.some(
        (other) =>
          other.reading.name === name &&
          other.count >= (column.readings.find((own) => own.reading === reading)?.count ?? 0) &&
          column.readings[0]!.reading.type !== "integer",
      ),
    );
    if (rival) remarks.push(`${JSON.stringify(column.name)} could as well be ${rival}`);
  }
  return remarks.length ? remarks.join("; ") : undefined;
}
