import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {compileClient} from "./compile-client.ts";

/**
 * Returns the browser script that compares data files with their published hashes, and the name that its content gives
 * it. `files` are paths below `_file/`.
 */
export async function integrityScript(site: string, files: string[]): Promise<{path: string; contents: string}> {
  const expected: Record<string, [number, string]> = {};
  for (const file of files.toSorted()) {
    const bytes = await readFile(join(site, "_file", file));
    expected[file] = [bytes.length, createHash("sha256").update(bytes).digest("base64")];
  }
  const code = await compileClient("integrity-client.ts", `const FILES = ${JSON.stringify(expected)};\n`);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
  return {path: `/_integrity.${hash}.js`, contents: code};
}
