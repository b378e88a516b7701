import {rmSync} from "node:fs";
import {basename, join, relative, resolve, sep} from "node:path";
import {type FileSourceInput, type Source, sourcesSchema} from "../../config/source-schema.ts";
import type {Engine} from "../../engine/duckdb.ts";
import {quoteName} from "../../engine/sql-text.ts";
import {UserError} from "../../user-error.ts";
import {ingest} from "../ingest.ts";
import {openFile} from "../open-file.ts";
import {writeJsonLines} from "../write-json-lines.ts";
import {type EntityGuess, guessEntities, namesRows} from "./guess-entity.ts";
import {listKeys, splitAligned} from "./list-columns.ts";
import {splitName} from "./match-names.ts";
import {printMapping} from "./print-mapping.ts";
import {type AskedColumn, type ColumnProfile, profileColumns} from "./profile-columns.ts";
import {proposeMapping, type SourceProposal} from "./propose-mapping.ts";
import {type Format, sniffFormat} from "./sniff-format.ts";

export interface InferPlaces {
  /** Folder for temporary files, which are gone afterwards. */
  temporary: string;
  /** Where the configuration is to stand: paths in it begin here. */
  folder: string;
  /** The folder that holds `data-loaders/`. */
  projectRoot: string;
}

/**
 * Looks at a file once and proposes how to read it: layout, columns, entities and fields, as TypeScript for a
 * configuration. The file is then read by the proposal, as every run would, and the counts are part of what is said.
 *
 * @throws UserError for a file that no adapter reads, and for one whose columns suggest no entity
 */
export async function inferSource(engine: Engine, file: string, places: InferPlaces): Promise<string> {
  const path = resolve(file);
  const name = basename(path);
  const format = await sniffFormat(path);
  const {columns, records} = await lookAt(engine, path, format, places);
  const {fit, near} = guessEntities(columns);
  if (fit.length === 0) throw new UserError(describeMisfit(name, columns, near[0]));
  const shown = relative(places.folder, path).split(sep).join("/");
  const proposals = fit.map((guess) => proposeMapping(shown, format, guess));
  const checked = [];
  for (const proposal of proposals) checked.push({...proposal, outcome: await tryOut(engine, path, proposal, places)});
  const used = new Set(fit.flatMap(({fields}) => fields.flatMap(({parts}) => parts.map(({column}) => column.name))));
  return printMapping({
    path: shown,
    proposals: checked,
    about: describeFormat(format, records, columns.length),
    unmapped: columns.filter((column) => !used.has(column.name)).map(describeColumn),
    folder: places.folder,
    projectRoot: places.projectRoot,
  });
}

/** The file as the adapters see it, every column a text where it has no type of its own. */
async function lookAt(
  engine: Engine,
  path: string,
  format: Format,
  {temporary}: InferPlaces,
): Promise<{columns: ColumnProfile[]; records: number}> {
  const source = completeSource("order_lines", await plainSource(path, format, temporary));
  const opened = await openFile(engine, "the file", source, path, join(temporary, "opened"), {timeZone: "UTC"});
  try {
    const {sql, columns} = opened.relation;
    const keywords = await engine.rows<{word: string}>("SELECT keyword_name AS word FROM duckdb_keywords()");
    const quote = (name: string) =>
      /^[A-Za-z_]\w*$/.test(name) && !keywords.some(({word}) => word === name.toLowerCase()) ? name : quoteName(name);
    const asked: AskedColumn[] =
      format.kind === "csv" && format.isAligned
        ? splitAligned(columns[0]!.name)
        : columns.map((column) => ({...column, sql: quote(column.name), isVirtual: false}));
    const names = asked.map((column) => column.name);
    if (format.kind === "csv") refuseMissingHeader(basename(path), names);
    const profiled = await profileColumns(engine, sql, asked, namesRows);
    await opened.readMalformed();
    return {columns: profiled, records: opened.records};
  } finally {
    opened.close();
  }
}

async function plainSource(path: string, format: Format, temporary: string): Promise<FileSourceInput> {
  switch (format.kind) {
    case "csv": {
      const {delimiter, quote, encoding} = format;
      return {kind: "csv", path, delimiter, quote, encoding};
    }
    case "json": {
      const lines = join(temporary, "lines");
      if (!format.lines) await writeJsonLines(path, lines);
      const keys = await listKeys(format.lines ? path : lines).finally(() => rmSync(lines, {force: true}));
      return {kind: "json", path, lines: format.lines, columns: Object.fromEntries(keys.map((key) => [key, "text"]))};
    }
    default:
      return {kind: format.kind, path};
  }
}

/** With the defaults of the configuration filled in, and refused by it where it would be. */
function completeSource(entity: string, source: FileSourceInput): Source {
  const lines = {kind: "csv", path: "x"} as const;
  return sourcesSchema.parse({order_lines: lines, [entity]: source})[entity]!;
}

/** A file whose first line holds values would lose it as names. */
function refuseMissingHeader(file: string, names: readonly string[]): void {
  if (names.some((name) => /\p{L}{2}/u.test(name) && splitName(name).length > 0)) return;
  throw new UserError(
    `${file}:1: the first line holds no names of columns: ${JSON.stringify(names.join(" ").slice(0, 80))}; add a line of names above it`,
  );
}

/** Reads the file by a proposal; what came of it, a line each. */
async function tryOut(
  engine: Engine,
  path: string,
  {entity, source}: SourceProposal,
  {temporary}: InferPlaces,
): Promise<string[]> {
  const target = join(temporary, "read.parquet");
  try {
    const files = [{name: basename(path), path}];
    const stored = await ingest(engine, entity, completeSource(entity, source), {files, target}, "Europe/Istanbul");
    const {records, accepted, rejects} = stored.files[0]!.report;
    const all = records.toLocaleString("en");
    if (accepted === records) return [`Tried: ${all} records, every one of them accepted.`];
    return [
      `Tried: ${all} records, ${accepted.toLocaleString("en")} accepted, the others rejected:`,
      ...rejects.map(({rule, field, count}) => `  ${count.toLocaleString("en")} ${field ? `${field}: ` : ""}${rule}`),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return ["Tried, and not read:", ...error.message.split("\n").map((line) => `  ${line}`)];
  } finally {
    rmSync(target, {force: true});
  }
}

function describeFormat(format: Format, records: number, columns: number): string[] {
  const size = `${records.toLocaleString("en")} records, ${columns} columns`;
  if (format.kind !== "csv") return [`${describeKind(format)}: ${size}.`];
  const {delimiter, encoding, isAligned, doubts} = format;
  const separated = isAligned ? "lined up with blanks" : `separated by ${JSON.stringify(delimiter)}`;
  return [
    `Text in ${encoding.toUpperCase()}, ${separated}: ${size}.`,
    ...doubts.map((doubt) => `A guess: ${doubt}.`),
    ...(isAligned ? ["No line has a tab, so each is read as one column, which expressions take apart."] : []),
  ];
}

function describeKind(format: Exclude<Format, {kind: "csv"}>): string {
  if (format.kind === "json") return format.lines ? "JSON, an object on each line" : "JSON, one array";
  return format.kind === "xlsx" ? "The first sheet of an Excel workbook" : "Parquet";
}

function describeColumn({name, filled, records, readings, hasLeadingZeros}: ColumnProfile): string {
  const looks = filled === 0 ? "empty" : ((hasLeadingZeros ? undefined : readings[0]?.reading.name) ?? "texts");
  const rest =
    filled === records || filled === 0
      ? ""
      : `, in ${filled.toLocaleString("en")} of ${records.toLocaleString("en")} records`;
  return `${JSON.stringify(name)}: ${looks}${rest}`;
}

function describeMisfit(file: string, columns: readonly ColumnProfile[], near: EntityGuess | undefined): string {
  const names = columns.map(({name}) => name).join(", ");
  const nearest = near ? `; nearest is ${near.entity}, which lacks ${near.lacks.join("; ")}` : "";
  return `${file}: its columns suggest none of our entities (${names})${nearest}`;
}
