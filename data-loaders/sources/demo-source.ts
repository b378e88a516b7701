import {fork} from "node:child_process";
import {createHash} from "node:crypto";
import {join} from "node:path";
import type {CsvSourceInput, Generator} from "../config/source-schema.ts";
import {hashCode} from "../engine/hash-code.ts";
import {entityNames} from "../entities/entities.ts";
import {childProgram} from "../project.ts";
import {demoFiles} from "./demo/demo-files.ts";
import {type DemoOptions, demoDefaults} from "./demo/demo-options.ts";

/**
 * The sources of the demo retailer, a seeded shop that does not exist. Its files are written into the private folder when
 * they are first asked for, and read like anybody's.
 */
export function demo(options: Partial<DemoOptions> = {}): Record<string, CsvSourceInput> {
  const entities = demoFiles.map(({entity}) => entity).filter((entity) => entityNames.includes(entity));
  const complete = {...demoDefaults, entities, ...options};
  const code = hashCode(join(import.meta.dirname, "demo/write-demo.ts"));
  const key = `demo-${createHash("sha256")
    .update(JSON.stringify([complete, code]))
    .digest("hex")
    .slice(0, 12)}`;
  const generate: Generator = {key, write: (folder, onFile) => writeApart(folder, complete, onFile)};
  return Object.fromEntries(
    demoFiles
      .filter(({entity}) => complete.entities.includes(entity))
      .map(({entity, file, columns}): [string, CsvSourceInput] => [
        entity,
        {kind: "csv", path: file, columns: {...columns}, generate},
      ]),
  );
}

/** Writes the files in a process of its own, so that what is there is read meanwhile. */
function writeApart(folder: string, options: DemoOptions, onFile: (name: string) => void): Promise<void> {
  const module = join(import.meta.dirname, "demo/write-demo-child.ts");
  const child = fork(childProgram, [module, folder, JSON.stringify(options)], {
    execArgv: ["--no-warnings"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.on("message", (name) => onFile(name as string));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`the demo's writer ended with ${signal ?? code}: ${stderr.trim()}`));
    });
  });
}
