import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import type {Engine} from "../engine/duckdb.ts";
import {fingerprint} from "./fingerprint.ts";
import {listTableNames, parseQueries} from "./table-names.ts";

/** Remembers which tables each SQL text reads, so that an unchanged project starts no engine. */
export interface ParsedSql {
  /** Parses what is new among many texts in one go. */
  learn(queries: readonly string[]): Promise<void>;
  /**
   * The tables that a text reads, which was learned before.
   *
   * @throws Error with the parser's message
   */
  inputsOf(sql: string): string[];
  save(): void;
}

export function openParsedSql(file: string, engine: () => Promise<Engine>): ParsedSql {
  const known = readKnown(file);
  const trees = new Map<string, string>();
  return {
    async learn(queries) {
      const unknown = queries.filter((sql) => !known[fingerprint(sql)]);
      if (unknown.length === 0) return;
      const parsed = await parseQueries(await engine(), unknown);
      unknown.forEach((sql, i) => void trees.set(fingerprint(sql), parsed[i]!));
    },
    inputsOf(sql) {
      const key = fingerprint(sql);
      known[key] ??= listTableNames(trees.get(key)!);
      return known[key];
    },
    save() {
      if (!trees.size) return;
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(known));
    },
  };
}

function readKnown(file: string): Record<string, string[]> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
