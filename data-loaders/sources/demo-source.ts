import {createHash} from "node:crypto";
import {join} from "node:path";
import type {CsvSourceInput} from "../config/source-schema.ts";
import {hashCode} from "../engine/hash-code.ts";
import {entityNames} from "../entities/entities.ts";
import {demoFiles} from "./demo/demo-files.ts";
import {type DemoOptions, demoDefaults} from "./demo/demo-options.ts";
import {writeDemo} from "./demo/write-demo.ts";

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
  const generate = {
    key,
    async write(folder: string) {
      await writeDemo(folder, complete);
    },
  };
  return Object.fromEntries(
    demoFiles
      .filter(({entity}) => complete.entities.includes(entity))
      .map(({entity, file, columns}): [string, CsvSourceInput] => [
        entity,
        {kind: "csv", path: file, columns: {...columns}, generate},
      ]),
  );
}
