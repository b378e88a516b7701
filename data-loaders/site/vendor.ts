import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as delay} from "node:timers/promises";
import {LockedError, withLock} from "./lock.ts";
import {readVendored, type Vendored} from "./vendored.ts";

const sources = [
  "fill-library-cache.ts",
  "vendored-packages.ts",
  "bundle-package.ts",
  "subset-inter.ts",
  "policy-patches.ts",
  "library-imports.ts",
  "pack-module.ts",
  "compile-client.ts",
  "unpack-client.ts",
];

/**
 * Fills Framework's cache (`<cacheDir>/_npm`) with the libraries that pages use, from node_modules, so that neither
 * build nor preview asks a network for them. Does nothing if lockfile and code are as they were the last time.
 */
export async function vendorLibraries(options: {projectRoot: string; cacheDir: string}): Promise<Vendored> {
  const {projectRoot, cacheDir} = options;
  const key = await hashInputs(projectRoot);
  for (let attempt = 1; ; attempt++) {
    const known = readVendored(cacheDir);
    if (known?.key === key) return known;
    try {
      return await withLock(join(cacheDir, "vendor.lock"), async () => {
        const {fillLibraryCache} = await import("./fill-library-cache.ts"); // rarely needed, and slow to load
        return fillLibraryCache(projectRoot, cacheDir, key);
      });
    } catch (error) {
      // A preview and a build may start together: one fills the cache, the other waits for it.
      if (!(error instanceof LockedError) || attempt === 300) throw error;
      await delay(100);
    }
  }
}

async function hashInputs(projectRoot: string): Promise<string> {
  const files = [join(projectRoot, "package-lock.json"), ...sources.map((name) => join(import.meta.dirname, name))];
  const hash = createHash("sha256");
  for (const contents of await Promise.all(files.map((file) => readFile(file)))) hash.update(contents).update("\0");
  return hash.digest("hex");
}
