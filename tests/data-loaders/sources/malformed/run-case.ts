import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {parse} from "csv-parse/sync";
import {expect} from "vitest";
import type {LoadedConfig} from "../../../../data-loaders/config/load-config.ts";
import {type SourceInput, sourcesSchema} from "../../../../data-loaders/config/source-schema.ts";
import type {Engine} from "../../../../data-loaders/engine/duckdb.ts";
import {reportTo} from "../../../../data-loaders/warehouse/progress.ts";
import {openFileHashes} from "../../../../data-loaders/warehouse/source-files.ts";
import {openStore} from "../../../../data-loaders/warehouse/store.ts";
import {storeSource} from "../../../../data-loaders/warehouse/store-source.ts";
import type {MalformedCase} from "./malformed-case.ts";

let runs = 0;

/**
 * Has a case read as a run would read it, from its files to the rejects that are kept, and compares.
 *
 * @param place what differs from run to run in the names of sources
 */
export async function runCase(
  test: MalformedCase,
  plain: SourceInput,
  root: string,
  engine: Engine,
  place = "",
): Promise<void> {
  // A folder for each: the engine remembers files by their names and times.
  const folder = join(root, `case-${runs++}`);
  mkdirSync(folder, {recursive: true});
  const path = "path" in plain ? [plain.path].flat()[0]! : "";
  const {content = {}} = test;
  const files = typeof content === "string" || content instanceof Uint8Array ? {[path]: content} : content;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  await test.make?.(join(folder, path), engine);
  const reading = read(test, plain, folder, engine);
  if ("says" in test) {
    const error = await reading.then(
      () => expect.fail("was read"),
      (thrown: Error) => thrown,
    );
    expect(error.name, error.stack).toBe("UserError");
    const message = place ? error.message.replaceAll(place, "shop") : error.message;
    for (const expected of test.says) expect(message).toMatch(expected);
    expect(error.message).not.toMatch(/^\s+at |\bundefined\b|\[object/m);
    if (test.hides) expect(error.message + String(error.cause)).not.toContain(test.hides);
  } else {
    const {reports, rows, stored} = await reading;
    const counts = {records: 0, accepted: 0, rejected: 0};
    for (const {records, accepted, rejected} of reports) {
      expect(accepted + rejected).toBe(records);
      counts.records += records;
      counts.accepted += accepted;
      counts.rejected += rejected;
    }
    const {records, accepted, rejected} = test;
    const acceptedCount = typeof accepted === "number" ? accepted : accepted.length;
    expect(listRejects(folder, test, place)).toEqual(
      rejected.map((one) => (typeof one === "string" ? one : expect.stringMatching(one))),
    );
    expect(counts).toEqual({records, accepted: acceptedCount, rejected: rejected.length});
    expect(rows).toBe(acceptedCount);
    expect(records).toBe(acceptedCount + rejected.length);
    const kept = await engine.rows(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('${stored}') WHERE reject_rule IS NULL`,
    );
    if (typeof accepted === "number") expect(kept).toHaveLength(accepted);
    else expect(kept).toMatchObject(accepted);
  }
  // Nothing half written, whatever came of it.
  const left = existsSync(join(folder, "private")) ? readdirSync(join(folder, "private"), {recursive: true}) : [];
  // Pages that came before one that could not be had wait for the next run, named by a note.
  const isKept = left.some((name) => String(name).endsWith(".resume.json"));
  expect(left.filter((name) => String(name).endsWith(".kept"))).toHaveLength(isKept ? 1 : 0);
  expect(left.filter((name) => /\.(part|text|marked)$|\.parquet\.\d+$/.test(String(name)))).toEqual([]);
}

async function read(
  {entity = "order_lines", source, timeZone, ...test}: MalformedCase,
  plain: SourceInput,
  folder: string,
  engine: Engine,
) {
  const lines = {kind: "csv", path: "x"};
  const sources = sourcesSchema.parse({order_lines: lines, [entity]: {...plain, ...source}});
  // Where rows are counted, the gate is open; where an error is awaited, it is as shops have it.
  const maxRejectShare = "says" in test ? 0.01 : 1;
  const config = {timeZone: timeZone ?? "Europe/Istanbul", quality: {maxRejectShare}};
  const made = join(folder, "private/warehouse");
  const {path, ...read} = await storeSource(
    {
      loaded: {folder, file: "shop.config.ts", config} as unknown as LoadedConfig,
      store: openStore(made),
      hashes: openFileHashes(made),
      progress: reportTo(undefined),
      engine: async () => engine,
      generatedFolder: join(folder, "private/generated"),
    },
    entity,
    sources[entity]!,
  );
  return {...read, stored: path};
}

/** The file of rejects as a person reads it. */
function listRejects(folder: string, {entity = "order_lines"}: MalformedCase, place: string): string[] {
  const text = readFileSync(join(folder, `private/rejects/${entity}.csv`), "utf8").replaceAll(place || "\0", "shop");
  const rows = parse(text, {columns: true}) as {
    file: string;
    row: string;
    field: string;
    rule: string;
    value: string;
  }[];
  return rows.map(({file, row, field, rule, value}) => {
    const plain = value.replace(/^'(?=[=+\-@\t\r\0])/, "");
    return `${file}:${row}: ${field ? `${field}: ` : ""}${rule}${plain ? `: ${JSON.stringify(plain)}` : ""}`;
  });
}
