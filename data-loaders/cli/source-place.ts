import {readFileSync} from "node:fs";
import {SourceMap} from "node:module";
import {dirname, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {projectRoot} from "../project.ts";

/** The place in this project that an error comes from: `src/[lang]/report/[month].md.ts:12:3`. */
export function findSourcePlace({stack = ""}: Error): string | undefined {
  return stack.split("\n").map(placeOf).find(Boolean);
}

/** The place in this project that a line of a stack names. */
function placeOf(text: string): string | undefined {
  const [, address = "", line = "", column = ""] = /^\s+at .*?(\/[^)]*?|file:[^)]*?):(\d+):(\d+)\)?$/.exec(text) ?? [];
  const path = address.startsWith("file:") ? fileURLToPath(address) : address;
  const place = findOriginal(path, Number(line), Number(column)) ?? {path, line, column};
  const file = fromProject(place.path);
  return file && !file.startsWith("..") && !file.includes("node_modules")
    ? `${file}:${place.line}:${place.column}`
    : undefined;
}

/** Where a place of a bundle was written. */
function findOriginal(bundle: string, line: number, column: number) {
  let map: SourceMap;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8")));
  } catch {
    return undefined; // no bundle
  }
  const found = map.findEntry(line - 1, column - 1);
  if (!("originalSource" in found)) return undefined;
  const path = resolve(dirname(bundle), found.originalSource);
  return {path, line: found.originalLine + 1, column: found.originalColumn + 1};
}

/** A path from this project's folder, with slashes. */
export const fromProject = (path: string) => (path ? relative(projectRoot, path).replaceAll("\\", "/") : "");
