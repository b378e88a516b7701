import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import type {Engine} from "./engine.ts";
import {fingerprint} from "./fingerprint.ts";
import {findTableNames} from "./table-names.ts";

/** Remembers which tables each SQL text reads, so that an unchanged project starts no engine. */
export interface ParsedSql {
  findInputs(sql: string): Promise<string[]>;
  save(): void;
}

export function openParsedSql(file: string, engine: () => Promise<Engine>): ParsedSql {
  const known = readKnown(file);
  let isChanged = false;
  return {
    async findInputs(sql) {
      const key = fingerprint(sql);
      if (!known[key]) {
        known[key] = await findTableNames(await engine(), sql);
        isChanged = true;
      }
      return known[key];
    },
    save() {
      if (!isChanged) return;
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
