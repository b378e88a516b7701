import {dirname, join, relative} from "node:path/posix";

/** What stands in a page, script or style sheet between quotes, or in `url(…)`, and is written relative to the file. */
const reference = /(["'`(])(\.{1,2}\/[^"'`()\s?#]+)/g;

/**
 * Lists the files that a text names relative to its own path: `"../_npm/d3@7.9.0/1a2b3c4d.js"`.
 *
 * @param path of the text's file, from the root
 */
export function listReferences(text: string, path: string): string[] {
  const folder = dirname(path);
  return [...new Set(Array.from(text.matchAll(reference), ([, , name]) => join(folder, name!)))];
}

/**
 * Has a text name files where they have moved to.
 *
 * @param from path of the text's file, from the root, as its references were written
 * @param to its path from now on
 * @param moved new paths of files by their old ones; what is not in it stays as it is written
 */
export function rewriteReferences(text: string, from: string, to: string, moved: ReadonlyMap<string, string>): string {
  const before = dirname(from);
  const after = dirname(to);
  return text.replace(reference, (whole, quote: string, name: string) => {
    const target = moved.get(join(before, name));
    if (target === undefined) return whole;
    const path = relative(after, target);
    return quote + (path.startsWith("../") ? path : `./${path}`);
  });
}
