import {mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {quotePath} from "./sql-text.ts";

/** What the embedded engine may use. */
export interface EngineOptions {
  threads?: number;
  memoryMb?: number;
  /** Folder for what does not fit into memory. */
  spillFolder: string;
}

/** A value as the engine hands it to JavaScript. */
export type Value = string | number | bigint | boolean | Date | null;

/** The embedded engine: an in-memory DuckDB whose tables are views of files. */
export interface Engine {
  connection: DuckDBConnection;
  run(sql: string): Promise<void>;
  rows<T = Record<string, Value>>(sql: string): Promise<T[]>;
  /** Another connection to the same engine, with temporary tables and views of its own. */
  connect(): Promise<Engine>;
  close(): void;
}

/** Starts the engine. Two threads and 1 GB are enough for five million order lines. */
export async function startEngine({threads = 2, memoryMb = 1000, spillFolder}: EngineOptions): Promise<Engine> {
  mkdirSync(spillFolder, {recursive: true});
  // Loaded when first needed: a run that finds everything up to date never pays for it.
  const {DuckDBInstance: Instance} = await import("@duckdb/node-api");
  const instance = await Instance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${memoryMb}MB`,
    temp_directory: spillFolder,
  });
  const engine = await connect(instance);
  await engine.run(readFileSync(join(import.meta.dirname, "macros.sql"), "utf8"));
  return {
    ...engine,
    close() {
      engine.close();
      instance.closeSync();
    },
  };
}

async function connect(instance: DuckDBInstance): Promise<Engine> {
  const connection = await instance.connect();
  for (const setting of [
    "TimeZone = 'UTC'",
    "autoinstall_known_extensions = false",
    "autoload_known_extensions = false",
  ])
    await connection.run(`SET ${setting}`);
  return {
    connection,
    connect: () => connect(instance),
    async run(sql) {
      await connection.run(sql);
    },
    async rows<T>(sql: string) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS() as T[];
    },
    close: () => connection.closeSync(),
  };
}

/** Makes a table of stored files: what it reads is a file each, in order. */
export function viewOfFiles(name: string, files: readonly string[]): string {
  return `CREATE OR REPLACE TEMP VIEW ${name} AS SELECT * FROM read_parquet([${files.map(quotePath).join(", ")}], hive_partitioning = false)`;
}
