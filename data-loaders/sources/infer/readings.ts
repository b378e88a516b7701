import type {ColumnType} from "../../config/source-schema.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {castText} from "../cast-text.ts";

/** What a source can be told about all of its columns, as far as a reading needs it; `null`: the standard way. */
export interface ReadingStyle {
  decimalSeparator?: "," | null;
  dateFormat?: string | null;
  timestampFormat?: string | null;
}

/** A way in which the texts of a column may be meant. */
export interface Reading {
  /** What it is called in a proposal. */
  name: string;
  type: Exclude<ColumnType, "number" | "instant">;
  /** What a text that is meant so looks like, blanks around it aside; whether it can be read is asked of the engine. */
  looks: RegExp;
  /** SQL that says whether a text can be read so. */
  test(text: string): string;
  /** SQL that reads a text so, where the column cannot be declared to be of the type. */
  convert(text: string): string;
  /** How the source must be declared so that the adapter reads it; absent: the adapter cannot, `convert` must. */
  style?: ReadingStyle;
  /** Readings under which the same texts mean something else. */
  rivals?: readonly string[];
}

const zone = {timeZone: "UTC"};
const given = (text: string) => `nullif(trim(${text}), '')`;
const money = (text: string) => `CAST(${text} AS DECIMAL(18, 4))`;
const isBelievable = (time: string) =>
  `(${time} >= TIMESTAMP '1900-01-01' AND ${time} < TIMESTAMP '2200-01-01') IS TRUE`;
const matches = (text: string, pattern: string) => `regexp_full_match(trim(${text}), ${quoteText(pattern)})`;

const units = "(?:TL|TRY|USD|EUR|GBP|[₺$€£])?";
const point = "[+-]?[0-9]{1,3}(?:,[0-9]{3})*(?:[.][0-9]+)?|[+-]?[0-9]+(?:[.][0-9]+)?";
const comma = "[+-]?[0-9]{1,3}(?:[.][0-9]{3})*(?:,[0-9]+)?|[+-]?[0-9]+(?:,[0-9]+)?";

function number(name: string, pattern: string, convert: (text: string) => string): Reading {
  return {
    name,
    type: "decimal",
    looks: new RegExp(`^(?:${pattern})$`),
    test: (text) => `${matches(text, pattern)} AND TRY(${convert(text)}) IS NOT NULL`,
    convert,
  };
}

const withoutPoints = (text: string) => money(`replace(replace(${text}, '.', ''), ',', '.')`);
const withoutCommas = (text: string) => money(`replace(${text}, ',', '')`);
const withoutUnit = (text: string) => `regexp_replace(${text}, '[^0-9,.+-]', '', 'g')`;

const numbers: Reading[] = [
  {
    name: "whole numbers",
    type: "integer",
    looks: /^[+-]?\d+(\.0*)?$/,
    test: (text) => `${castText(text, "integer", zone)} IS NOT NULL`,
    convert: (text) => `CAST(${given(text)} AS BIGINT)`,
    style: {},
  },
  {
    name: "numbers with a decimal point",
    type: "decimal",
    looks: /^[+-]?[\d.]+(e[+-]?\d+)?$/i,
    test: (text) => `${castText(text, "decimal", zone)} IS NOT NULL`,
    convert: (text) => money(given(text)),
    style: {decimalSeparator: null},
    rivals: ["numbers with a decimal comma and points between thousands"],
  },
  {
    name: "numbers with a decimal comma",
    type: "decimal",
    looks: /^[+-]?[\d,]+$/,
    test: (text) => `${castText(text, "decimal", {...zone, decimalSeparator: ","})} IS NOT NULL`,
    convert: (text) => money(`replace(${given(text)}, ',', '.')`),
    style: {decimalSeparator: ","},
    rivals: ["numbers with a decimal point and commas between thousands"],
  },
  number("numbers with a decimal comma and points between thousands", comma, (text) => withoutPoints(given(text))),
  number("numbers with a decimal point and commas between thousands", point, (text) => withoutCommas(given(text))),
  number("amounts with a currency and a decimal point", `${units}\\s*(?:${point})\\s*${units}`, (text) =>
    withoutCommas(given(withoutUnit(text))),
  ),
  number("amounts with a currency and a decimal comma", `${units}\\s*(?:${comma})\\s*${units}`, (text) =>
    withoutPoints(given(withoutUnit(text))),
  ),
];

const yes = "('evet', 'e', 'yes', 'y', 'var', 'doğru')";
const no = "('hayır', 'hayir', 'h', 'no', 'n', 'yok', 'yanlış')";

const truths: Reading[] = [
  {
    name: "true or false",
    type: "boolean",
    looks: /^(true|false|t|f|yes|no|y|n|[01])$/i,
    test: (text) => `${castText(text, "boolean", zone)} IS NOT NULL`,
    convert: (text) => `CAST(${given(text)} AS BOOLEAN)`,
    style: {},
  },
  {
    name: "yes or no in words",
    type: "boolean",
    looks: /^(evet|e|yes|y|var|doğru|hay[ıi]r|h|no|n|yok|yanlış)$/iu,
    test: (text) => `lower(trim(${text})) IN (${yes.slice(1, -1)}, ${no.slice(1, -1)})`,
    convert: (text) =>
      `CASE WHEN lower(trim(${text})) IN ${yes} THEN true WHEN lower(trim(${text})) IN ${no} THEN false END`,
  },
];

/** Days by their parts; those that people confuse name each other. */
const dayFormats: [format: string, rivals?: readonly string[]][] = [
  ["%d.%m.%Y"],
  ["%d/%m/%Y", ["%m/%d/%Y"]],
  ["%m/%d/%Y", ["%d/%m/%Y"]],
  ["%d-%m-%Y", ["%m-%d-%Y"]],
  ["%m-%d-%Y", ["%d-%m-%Y"]],
  ["%Y/%m/%d"],
  ["%Y.%m.%d"],
  ["%Y%m%d"],
  ["%d.%m.%y"],
  ["%d/%m/%y", ["%m/%d/%y"]],
  ["%m/%d/%y", ["%d/%m/%y"]],
];
const clocks = ["%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p"];

const digits: Record<string, string> = {
  ...{"%Y": "\\d{4}", "%y": "\\d{2}", "%m": "\\d{1,2}", "%d": "\\d{1,2}"},
  ...{"%H": "\\d{1,2}", "%I": "\\d{1,2}", "%M": "\\d{2}", "%S": "\\d{2}", "%p": "[ap]m"},
};

function formatted(type: "date" | "timestamp", format: string, rivals: readonly string[] = []): Reading {
  const parsed = (text: string) => `try_strptime(${text}, ${quoteText(format)})`;
  return {
    name: nameFormat(type, format),
    type,
    looks: new RegExp(`^${format.replaceAll(".", "\\.").replace(/%./g, (part) => digits[part]!)}$`, "i"),
    test: (text) => isBelievable(parsed(text)),
    convert: (text) => `strptime(${given(text)}, ${quoteText(format)})`,
    style: type === "date" ? {dateFormat: format} : {timestampFormat: format},
    rivals: rivals.map((rival) => nameFormat(type, rival)),
  };
}

const nameFormat = (type: "date" | "timestamp", format: string) =>
  `${type === "date" ? "days" : "times"} written ${format}`;

function sinceEpoch(name: string, perSecond: number): Reading {
  const [from, to] = [631_152_000, 4_102_444_800].map((second) => second * perSecond);
  return {
    name,
    type: "timestamp",
    looks: /^\d{9,13}$/,
    test: (text) => `${matches(text, "[0-9]{9,13}")} AND TRY_CAST(${text} AS BIGINT) BETWEEN ${from} AND ${to}`,
    convert: (text) => `make_timestamptz(CAST(${given(text)} AS BIGINT) * ${1_000_000 / perSecond})`,
  };
}

const times: Reading[] = [
  {
    name: "days in ISO 8601",
    type: "date",
    looks: /^\d{4}-\d{2}-\d{2}$/,
    test: (text) =>
      `${matches(text, "[0-9]{4}-[0-9]{2}-[0-9]{2}")} AND ${isBelievable(`TRY_CAST(${text} AS TIMESTAMP)`)}`,
    convert: (text) => `CAST(${given(text)} AS DATE)`,
    style: {dateFormat: null},
  },
  {
    name: "times in ISO 8601",
    type: "timestamp",
    looks: /^\d{4}-\d{2}-\d{2}/,
    test: (text) =>
      `${matches(text, "[0-9]{4}-[0-9]{2}-[0-9]{2}.*")} AND ${isBelievable(castText(text, "timestamp", zone))}`,
    convert: (text) => `CAST(${given(text)} AS TIMESTAMP)`,
    style: {timestampFormat: null},
  },
  ...dayFormats.map(([format, rivals]) => formatted("date", format, rivals)),
  ...dayFormats.flatMap(([format, rivals]) =>
    clocks.map((clock) =>
      formatted(
        "timestamp",
        `${format} ${clock}`,
        rivals?.map((rival) => `${rival} ${clock}`),
      ),
    ),
  ),
  sinceEpoch("seconds since 1970", 1),
  sinceEpoch("milliseconds since 1970", 1000),
];

/** All readings, the plainest of each type first: of two that fit as well, the earlier is meant. */
export const readings: readonly Reading[] = [...numbers, ...truths, ...times];
