import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {LibraryImports} from "./library-imports.ts";

/** A font file in the cache: the path that the site serves it under, and the characters that it has. */
export interface VendoredFont {
  path: string;
  unicodeRange: string;
}

/** What the cache of libraries holds, and the hash of all that it was made from. */
export interface Vendored {
  key: string;
  fonts: VendoredFont[];
  /** What each library imports, so that Framework need not parse it. */
  imports: LibraryImports;
}

/** The note beside the libraries that tells what they were made from. */
export const vendoredFile = "vendored.json";

/** Reads what the cache says it holds; undefined if it was never filled, or only in part. */
export function readVendored(cacheDir: string): Vendored | undefined {
  try {
    return JSON.parse(readFileSync(join(cacheDir, vendoredFile), "utf8")) as Vendored;
  } catch {
    return undefined;
  }
}
