import {basename} from "node:path";
import {quoteName, quoteText} from "../../engine/sql-text.ts";
import {UserError} from "../../user-error.ts";
import {readText} from "../read-text.ts";
import type {AskedColumn} from "./profile-columns.ts";

/** So much of a file of JSON says which keys its objects have. */
const ENOUGH = 1 << 23;

/**
 * The keys of the objects on a file's lines, in the order in which they come; those of an object within are named by the
 * path to them.
 *
 * @throws UserError where no line holds an object
 */
export async function listKeys(path: string): Promise<string[]> {
  const keys = new Set<string>();
  let [text, length] = ["", 0];
  for await (const piece of readText(path, "utf-8")) {
    text += piece.toString("utf8");
    length += piece.length;
    if (length >= ENOUGH) break;
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    try {
      addKeys(keys, JSON.parse(line), []);
    } catch {
      // Blank, cut off, or no JSON, which the adapter reports.
    }
  }
  if (keys.size === 0) throw new UserError(`${basename(path)}: no line holds a JSON object`);
  return [...keys];
}

function addKeys(keys: Set<string>, value: unknown, above: readonly string[]): void {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const path = [...above, key];
    const isObject = child !== null && typeof child === "object" && !Array.isArray(child);
    if (isObject) addKeys(keys, child, path);
    // A name with these cannot be declared.
    else if (!/["\\]/.test(path.join("."))) keys.add(path.join("."));
  }
}

/** The columns of a line whose fields blanks line up: each an expression over the one column that the adapter reads. */
export function splitAligned(header: string): AskedColumn[] {
  return header
    .trim()
    .split(/ +/)
    .map((name, i) => ({
      name,
      sql: `string_split_regex(trim(${quoteName(header)}), ${quoteText(" +")})[${i + 1}]`,
      type: "VARCHAR",
      isVirtual: true,
    }));
}
