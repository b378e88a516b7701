import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import {type Engine, startEngine} from "../engine/duckdb.ts";
import {quoteText} from "../engine/sql-text.ts";
import {entityNames} from "../entities/entities.ts";
import type {IngestReport} from "../sources/ingest.ts";
import {UserError} from "../user-error.ts";
import {bringTables} from "./bring-tables.ts";
import {ANCHORS_BEFORE, type CarriedAnchors, carryAnchors} from "./carry-anchors.ts";
import {type CarriedRuns, carryRuns, RUNS_BEFORE} from "./carry-runs.ts";
import type {EarlierReleases} from "./earlier-releases.ts";
import {fingerprint} from "./fingerprint.ts";
import {type Graph, type GraphNode, nameOfPublished, readGraph, SNAPSHOT_MONTHS} from "./graph.ts";
import {isAllowed} from "./is-allowed.ts";
import {isKnownEmpty} from "./known-empty.ts";
import {openLane, type SharedRun} from "./lane.ts";
import type {DeliveredSource, ModelRow} from "./model.ts";
import {listMonths, type Month} from "./months.ts";
import {listParameters, resolveWindowMonths} from "./parameters.ts";
import {openParsedSql} from "./parsed-sql.ts";
import {type Progress, reportTo} from "./progress.ts";
import type {Built, RunContext} from "./run-context.ts";
import {openFileHashes} from "./source-files.ts";
import {openStore, type Store} from "./store.ts";
import {storeSource} from "./store-source.ts";
import {findTableNames} from "./table-names.ts";
import {writeRows} from "./write-rows.ts";

export interface WarehouseOptions {
  /** The folder that holds `data-loaders/` and `src/`. */
  projectRoot: string;
  loaded: LoadedConfig;
  /** Where private files are kept. */
  privateFolder: string;
  progress?: Progress;
  threads?: number;
  memoryMb?: number;
}

/** The table from which the months of the data are known; what it reads cannot know them. */
const SPAN = "data_span";

/** The tables that only a command can fill, which knows earlier releases. */
export const RESTATEMENTS = "restatements_found";
export const MONTHS_BEFORE = "months_before";
export const STATES_BEFORE = "states_before";

const SMALL_SHOP_LINES = 1_000_000;

/** One run over the graph: brings tables up to date, and remembers what it found. */
export class Warehouse implements SharedRun {
  readonly graph: Graph = new Map();
  readonly loaded: LoadedConfig;
  /** Values of the `$names` in SQL. */
  readonly parameters: Record<string, string | number | boolean | null>;
  readonly built = new Map<string, Built>();
  readonly reports: (IngestReport & {sha256: string})[] = [];
  readonly store: Store;
  readonly progress: Progress;
  months: Month[] = [];
  /** What was published before, where a release is being made. */
  releases: EarlierReleases | undefined;
  private readonly options: WarehouseOptions;
  readonly sources = new Map<string, DeliveredSource>();
  /** The first lane uses the engine's own connection. */
  private readonly lanes: readonly RunContext[];
  private started: Promise<Engine> | undefined;
  private anchors: CarriedAnchors | undefined;
  private runs: CarriedRuns | undefined;
  private reading: Promise<void> = Promise.resolve();

  private constructor(options: WarehouseOptions) {
    this.options = options;
    this.loaded = options.loaded;
    this.store = openStore(join(options.privateFolder, "warehouse"));
    this.progress = options.progress ?? reportTo(undefined);
    this.parameters = listParameters(options.loaded.config);
    const another = async () => (await this.engine()).connect();
    this.lanes = [() => this.engine(), another, another].map((connect) => openLane(this, connect));
  }

  /** Reads the graph. Meanwhile the order lines are read, which every table needs; `ensure` says what came of it. */
  static async open(options: WarehouseOptions): Promise<Warehouse> {
    const warehouse = new Warehouse(options);
    warehouse.reading = warehouse.readSources(["source_order_lines"]);
    warehouse.reading.catch(() => {});
    const parsed = openParsedSql(join(warehouse.store.folder, "parsed.json"), () => warehouse.lanes[1]!.engine());
    try {
      const graph = await readGraph(options.projectRoot, parsed);
      for (const [name, node] of graph) warehouse.graph.set(name, node);
      for (const name of [RESTATEMENTS, MONTHS_BEFORE, STATES_BEFORE]) await warehouse.fill(name, []);
    } catch (error) {
      await warehouse.close();
      throw error;
    }
    parsed.save();
    return warehouse;
  }

  get privateFolder(): string {
    return this.options.privateFolder;
  }

  /** The engine, started when first needed. */
  engine(): Promise<Engine> {
    const {threads, memoryMb} = this.options;
    this.started ??= startEngine({
      spillFolder: join(this.store.folder, "spill"),
      ...(threads ? {threads} : {}),
      ...(memoryMb ? {memoryMb} : {}),
    });
    return this.started;
  }

  /**
   * Brings tables and all that they read up to date.
   *
   * @param names tables; default: all published ones
   * @throws UserError for an unknown table, and for whatever is wrong with a source, a definition or a check
   */
  async ensure(names: readonly string[] = this.listPublished()): Promise<void> {
    const spanned = this.listUpstream([SPAN]);
    await this.reading;
    await this.readSources([...spanned, ...this.listUpstream(names)]);
    const wanted = this.listUpstream(names, (node) => isKnownEmpty(this, node));
    await bringTables(spanned, this.lanes.slice(0, 1));
    this.readMonths();
    if (wanted.includes(ANCHORS_BEFORE)) await this.carryAnchors();
    if (wanted.includes(RUNS_BEFORE)) await this.carryRuns();
    await bringTables(wanted, this.lanes, this.isLarge());
  }

  /** Names of the tables that the shop publishes, in the graph's order. */
  listPublished(): string[] {
    const {config} = this.loaded;
    return [...this.graph.values()]
      .filter((node) => node.layer === "published" && isAllowed(node, config))
      .map((node) => node.name);
  }

  /** The Arrow file of a published table, brought up to date first, by the name of its file: `segment-sizes`. */
  async publishedFile(name: string): Promise<string> {
    const table = nameOfPublished(name);
    await this.ensure([table]);
    return this.built.get(table)!.arrow!.path;
  }

  /** Runs a query over tables of the graph, which are brought up to date first. */
  async query<T = Record<string, unknown>>(sql: string): Promise<T[]> {
    const engine = await this.engine();
    const names = await findTableNames(engine, sql);
    await this.ensure(names);
    for (const name of names) await this.show(name);
    return engine.rows<T>(sql);
  }

  /** Lets the engine see a table or source that is up to date. */
  show(name: string): Promise<void> {
    return this.lanes[0]!.show(name);
  }

  /** Puts rows in the place of a table that no query can make; to be called before what reads it is brought up to date. */
  async fill(name: string, rows: readonly ModelRow[]): Promise<void> {
    const made = fingerprint(rows);
    const path = this.store.pathOf(name, made, "parquet");
    if (rows.length && this.store.find(path) === undefined)
      await this.store.write(path, async (temporary) => {
        const {file, contract} = this.graph.get(name)!;
        const engine = await this.engine();
        await writeRows(engine, `rows_of_${name}`, contract.columns, rows, file);
        await engine.run(`COPY rows_of_${name} TO ${quoteText(temporary)} (FORMAT parquet)`);
        await engine.run(`DROP TABLE rows_of_${name}`);
        return {rows: rows.length};
      });
    this.built.set(name, {fingerprint: made, files: rows.length ? [path] : [], rows: rows.length});
  }

  /** Removes stored files that neither this run nor, for another configuration, the last one used. */
  prune(): void {
    const file = join(this.store.folder, "used.json");
    const byConfig = readUsed(file);
    byConfig[this.loaded.file] = [...this.built.values()].flatMap(({files, arrow}) => [
      ...files,
      ...(arrow ? [arrow.path] : []),
    ]);
    writeFileSync(file, JSON.stringify(byConfig));
    this.store.keepOnly(new Set(Object.values(byConfig).flat()));
  }

  /** Keeps what later runs must know of this one. To be called once what it published is in its place. */
  async keepState(): Promise<void> {
    await this.anchors?.keep();
    await this.runs?.keep();
  }

  async close(): Promise<void> {
    await this.reading.catch(() => {});
    (await this.started)?.close();
    this.started = undefined;
  }

  /** The tables and all that they read, inputs first; what tables read that have no rows anyway is left out. */
  private listUpstream(names: readonly string[], isEmpty: (node: GraphNode) => boolean = () => false): string[] {
    const wanted = new Set<string>();
    const want = (name: string) => {
      const node = this.graph.get(name);
      if (name === SNAPSHOT_MONTHS) return;
      if (!node && !entityNames.includes(name.replace(/^source_/, ""))) throw new UserError(`unknown table ${name}`);
      if (wanted.has(name)) return;
      if (node && (node.contract.isView || !isEmpty(node))) node.inputs.forEach(want);
      wanted.add(name);
    };
    names.forEach(want);
    return [...wanted];
  }

  private async readSources(wanted: readonly string[]): Promise<void> {
    const {loaded, store, progress, options} = this;
    const hashes = openFileHashes(store.folder);
    const context = {
      loaded,
      store,
      hashes,
      progress,
      engine: () => this.engine(),
      generatedFolder: join(options.privateFolder, "generated"),
    };
    for (const entity of entityNames) {
      const name = `source_${entity}`;
      if (!wanted.includes(name) || this.built.has(name)) continue;
      const source = loaded.config.sources[entity];
      if (!source) this.built.set(name, {fingerprint: "absent", files: []});
      else {
        const stored = await storeSource(context, entity, source);
        this.built.set(name, {
          fingerprint: stored.fingerprint,
          files: [stored.path],
          rows: stored.rows,
          fields: stored.fields,
        });
        this.reports.push(...stored.reports);
        this.sources.set(name, stored);
      }
    }
    hashes.save();
  }

  private async carryAnchors(): Promise<void> {
    if (this.anchors) return;
    const sources = this.listUpstream(["persons"]).filter((name) => name.startsWith("source_"));
    await this.readSources(sources);
    const files = sources
      .map((name) => name.slice("source_".length))
      .map((name) => [name, this.reports.filter(({entity}) => entity === name).map(({sha256}) => sha256)] as const);
    this.anchors = carryAnchors(this.lanes[0]!, this.options.privateFolder, files);
    this.anchors.show();
  }

  private async carryRuns(): Promise<void> {
    if (this.runs) return;
    const sources = entityNames.filter((entity) => this.loaded.config.sources[entity]);
    await this.readSources(sources.map((entity) => `source_${entity}`));
    const files = sources.map(
      (entity) =>
        [entity, this.reports.filter((report) => report.entity === entity).map(({sha256}) => sha256)] as const,
    );
    this.runs = carryRuns(this.lanes[0]!, this.options.privateFolder, files);
    await this.runs.show();
  }

  private readMonths(): void {
    if (this.months.length) return;
    const {first_day: first, last_day: last} = this.built.get(SPAN)!.only ?? {};
    if (!first || !last)
      throw new UserError(
        "no order counts: every line is cancelled, a return, without a positive amount, or later than asOf",
      );
    const {config} = this.loaded;
    this.months = listMonths(first, last, resolveWindowMonths(config), config.slide.withinMonths);
    Object.assign(this.parameters, {first_day: first, last_day: last});
  }

  private isLarge(): boolean {
    return (this.built.get("source_order_lines")?.rows ?? 0) > SMALL_SHOP_LINES;
  }
}

function readUsed(file: string): Record<string, string[]> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
