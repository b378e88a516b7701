import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {startEngine} from "../../engine/duckdb.ts";
import {quoteText} from "../../engine/sql-text.ts";
import {round} from "./run-command.ts";

/** The floor under every figure: the engine alone reads the file into a table, with its types known. */
export async function readAlone(file: string, columns: Record<string, string>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mudavim-floor-"));
  const engine = await startEngine({spillFolder: folder, memoryMb: 3000});
  const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
  const started = performance.now();
  await engine.run(
    `CREATE TABLE lines AS SELECT * FROM read_csv(${quoteText(file)}, auto_detect = false, header = true, columns = {${types.join(", ")}})`,
  );
  const seconds = round((performance.now() - started) / 1000);
  engine.close();
  rmSync(folder, {recursive: true, force: true});
  return seconds;
}
