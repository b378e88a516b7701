import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {LoadedConfig} from "../config/load-config.ts";
import {entityNames} from "../entities/entities.ts";
import {type IngestReport, viewOfEntity} from "../sources/ingest.ts";
import {UserError} from "../user-error.ts";
import {buildNode} from "./build-node.ts";
import {type Engine, startEngine, viewOfFiles} from "./engine.ts";
import {bindNode, type Graph, nameOfPublished, readGraph, SNAPSHOT_MONTHS} from "./graph.ts";
import {listMonths, type Month} from "./months.ts";
import {listParameters, resolveWindowMonths} from "./parameters.ts";
import {openParsedSql} from "./parsed-sql.ts";
import {type Progress, reportTo} from "./progress.ts";
import type {Built, RunContext} from "./run-context.ts";
import {openFileHashes} from "./source-files.ts";
import {openStore, type Store} from "./store.ts";
import {storeSource} from "./store-source.ts";
import {findTableNames} from "./table-names.ts";

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

/** One run over the graph: brings tables up to date, and remembers what it found. */
export class Warehouse implements RunContext {
  readonly graph: Graph = new Map();
  readonly loaded: LoadedConfig;
  /** Values of the `$names` in SQL. */
  readonly parameters: Record<string, string | number | boolean | null>;
  readonly built = new Map<string, Built>();
  readonly reports: (IngestReport & {sha256: string})[] = [];
  readonly store: Store;
  readonly progress: Progress;
  months: Month[] = [];
  private readonly options: WarehouseOptions;
  private readonly sources = new Map<string, {path: string; fields: readonly string[]}>();
  /** Table → range of months that the engine sees of it. */
  private readonly shown = new Map<string, string>();
  private started: Promise<Engine> | undefined;

  private constructor(options: WarehouseOptions) {
    this.options = options;
    this.loaded = options.loaded;
    this.store = openStore(join(options.privateFolder, "warehouse"));
    this.progress = options.progress ?? reportTo(undefined);
    this.parameters = listParameters(options.loaded.config);
  }

  /** Reads the graph; nothing is computed yet. */
  static async open(options: WarehouseOptions): Promise<Warehouse> {
    const warehouse = new Warehouse(options);
    const parsed = openParsedSql(join(warehouse.store.folder, "parsed.json"), () => warehouse.engine());
    const graph = await readGraph(options.projectRoot, parsed.findInputs);
    parsed.save();
    for (const [name, node] of graph) warehouse.graph.set(name, node);
    return warehouse;
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
    const wanted = this.listUpstream(names);
    await this.readSources([...spanned, ...wanted]);
    for (const name of spanned) await this.bring(name);
    this.readMonths();
    for (const name of wanted) await this.bring(name);
  }

  /** Names of the published tables, in the graph's order. */
  listPublished(): string[] {
    return [...this.graph.values()].filter((node) => node.layer === "published").map((node) => node.name);
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

  /**
   * Lets the engine see a table or source that is up to date.
   *
   * @param range first and last month of a monthly table, so that the files of other months are not opened
   */
  async show(name: string, range: readonly [string, string] = ["", "9"]): Promise<void> {
    const key = range.join();
    if (this.shown.get(name) === key) return;
    const engine = await this.engine();
    const node = this.graph.get(name);
    if (!node) await engine.run(viewOfEntity(name.slice("source_".length), this.sources.get(name)));
    else if (node.contract.isView) {
      for (const input of node.inputs) await this.show(input);
      await engine.run(`CREATE OR REPLACE VIEW ${name} AS ${bindNode(node, this.parameters).sql}`);
    } else await engine.run(viewOfFiles(name, this.listFiles(name, range)));
    this.shown.set(name, key);
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

  async close(): Promise<void> {
    (await this.started)?.close();
    this.started = undefined;
  }

  private listFiles(name: string, [first, last]: readonly [string, string]): string[] {
    const {files, months} = this.built.get(name)!;
    if (!this.graph.get(name)!.contract.isMonthly) return files;
    const chosen = Object.keys(months!).flatMap((month, i) => (month >= first && month <= last ? [files[i]!] : []));
    return chosen.length ? chosen : files.slice(0, 1);
  }

  /** The tables and all that they read, inputs first. */
  private listUpstream(names: readonly string[]): string[] {
    const wanted = new Set<string>();
    const want = (name: string) => {
      const node = this.graph.get(name);
      if (name === SNAPSHOT_MONTHS) return;
      if (!node && !entityNames.includes(name.replace(/^source_/, ""))) throw new UserError(`unknown table ${name}`);
      if (wanted.has(name)) return;
      node?.inputs.forEach(want);
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
        this.built.set(name, {fingerprint: stored.fingerprint, files: [stored.path], rows: stored.rows});
        this.reports.push(...stored.reports);
        this.sources.set(name, stored);
      }
    }
    hashes.save();
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

  private async bring(name: string): Promise<void> {
    const node = this.graph.get(name);
    if (node && !this.built.has(name)) this.built.set(name, await buildNode(this, node));
  }
}

function readUsed(file: string): Record<string, string[]> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
