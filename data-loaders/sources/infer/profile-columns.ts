import type {Engine} from "../../engine/duckdb.ts";
import {type Reading, readings} from "./readings.ts";

/** A column of a file as it is asked for: by its name, or by an expression over the one column that a line is. */
export interface AskedColumn {
  name: string;
  /** SQL over the file's relation. */
  sql: string;
  /** SQL type that the file itself gives it. */
  type: string;
  isVirtual: boolean;
}

/** What the values of a column look like; all counts are of records. */
export interface ColumnProfile extends AskedColumn {
  records: number;
  filled: number;
  /** How many different values there are, where that was asked. */
  distinct?: number;
  /** Values below zero, where they are numbers. */
  negative: number;
  hasLeadingZeros: boolean;
  emails: number;
  /** Ways in which nearly all values can be read, the likeliest first. */
  readings: {reading: Reading; count: number}[];
}

/** Rows that say which readings are worth counting over all of them. */
const SAMPLE_ROWS = 2000;
/** Smallest share of the values that makes a reading one. */
const LEAST_SHARE = 0.9;

/**
 * Looks at every value of a file's columns.
 *
 * @param isCounted whether a column's different values are to be counted, which takes memory
 */
export async function profileColumns(
  engine: Engine,
  relation: string,
  columns: readonly AskedColumn[],
  isCounted: (name: string) => boolean,
): Promise<ColumnProfile[]> {
  const selected = `SELECT ${columns.map(({sql}, i) => `${sql} AS c${i}`).join(", ")} FROM ${relation}`;
  const sample = await engine.rows<Record<string, string | null>>(`SELECT * FROM (${selected}) LIMIT ${SAMPLE_ROWS}`);
  const candidates = columns.map(
    (column, i) => readingOf(column.type) ?? findLikely(sample.map((row) => row[`c${i}`])),
  );
  const aggregates = columns.flatMap(({name, type}, i) => {
    const text = type === "VARCHAR" ? `c${i}` : `CAST(c${i} AS VARCHAR)`;
    return [
      `count(*) FILTER (trim(${text}) <> '') AS filled_${i}`,
      ...(isCounted(name) ? [`count(DISTINCT ${text}) AS distinct_${i}`] : []),
      `count(*) FILTER (starts_with(trim(${text}), '-')) AS negative_${i}`,
      `count(*) FILTER (regexp_full_match(trim(${text}), '0[0-9]+')) AS zeros_${i}`,
      `count(*) FILTER (regexp_full_match(trim(${text}), '[^@ ]+@[^@ ]+[.][^@ ]+')) AS emails_${i}`,
      ...candidates[i]!.map((reading, r) => `${countReading(`c${i}`, reading)} AS reading_${i}_${r}`),
    ];
  });
  const [counted] = await engine.rows<Record<string, bigint>>(
    `SELECT count(*) AS records, ${aggregates.join(", ")} FROM (${selected})`,
  );
  const count = (name: string) => Number(counted![name]);
  return columns.map((column, i) => ({
    ...column,
    records: count("records"),
    filled: count(`filled_${i}`),
    ...(isCounted(column.name) ? {distinct: count(`distinct_${i}`)} : {}),
    negative: count(`negative_${i}`),
    hasLeadingZeros: count(`zeros_${i}`) > 0,
    emails: count(`emails_${i}`),
    readings: candidates[i]!.map((reading, r) => ({reading, count: count(`reading_${i}_${r}`)}))
      .filter(({count: read}) => read > 0 && read >= LEAST_SHARE * count(`filled_${i}`))
      .sort((a, b) => b.count - a.count),
  }));
}

/** The readings that nearly all of these texts look like. */
function findLikely(texts: readonly (string | null | undefined)[]): Reading[] {
  const given = texts.map((text) => text?.trim() ?? "").filter((text) => text !== "");
  return readings.filter(({looks}) => given.filter((text) => looks.test(text)).length >= LEAST_SHARE * given.length);
}

const countReading = (text: string, reading: Reading) =>
  `count(*) FILTER (trim(CAST(${text} AS VARCHAR)) <> '' AND (${reading.test(text)}))`;

const storedTypes: [pattern: RegExp, type: Reading["type"]][] = [
  [/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/, "integer"],
  [/^(DECIMAL|DOUBLE|FLOAT)/, "decimal"],
  [/^BOOLEAN$/, "boolean"],
  [/^DATE$/, "date"],
  [/^TIMESTAMP/, "timestamp"],
];

/** The one reading of a column that has a type already; undefined for texts. */
function readingOf(stored: string): Reading[] | undefined {
  if (stored === "VARCHAR") return undefined;
  const type = storedTypes.find(([pattern]) => pattern.test(stored))?.[1];
  return type
    ? [
        {
          name: `stored as ${stored}`,
          type,
          looks: /^/,
          test: (text) => `${text} IS NOT NULL`,
          convert: (text) => text,
          style: {},
        },
      ]
    : [];
}
