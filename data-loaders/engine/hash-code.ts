import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {dirname, resolve} from "node:path";

/**
 * Hash of a definition: the file's text and, for TypeScript, the text of every module of the project that it imports,
 * directly or not. Of the libraries only the engine enters a fingerprint (table-fingerprint.ts).
 */
export function hashCode(path: string): string {
  const hash = createHash("sha256");
  const seen = new Set<string>();
  const queue = [path];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    hash.update(text).update("\0");
    if (!file.endsWith(".ts")) continue;
    for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g))
      queue.push(resolve(dirname(file), specifier!));
  }
  return hash.digest("hex");
}
