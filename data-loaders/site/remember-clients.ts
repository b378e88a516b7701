import {createHash, randomBytes} from "node:crypto";
import {mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {register} from "node:module";
import {dirname, join} from "node:path";

type Bundle = () => Promise<string>;

/** What Framework, changed by the hook, asks for a bundle of its client. */
type Remember = (path: string, options: {define?: object}, bundle: Bundle) => Promise<string>;

const folderName = "clients";
const global = globalThis as unknown as Record<string, Remember>;

/**
 * Framework's module of bundles, its function for the client renamed, and one by the old name that asks here first.
 * Framework bundles its client in every build, which takes as long as twenty reports.
 */
const hook = `
const original = "async function rollupClient(input, root, path, {";
const remembering = "async function rollupClient(input, root, path, options = {}) {" +
  "return globalThis.rememberClient(path, options, () => bundleClient(input, root, path, options)); }" +
  "async function bundleClient(input, root, path, {";
export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (!url.endsWith("/@observablehq/framework/dist/rollup.js")) return loaded;
  const source = String(loaded.source);
  if (!source.includes(original)) throw new Error("unknown version of Framework: cannot replace " + original);
  return {...loaded, source: source.replace(original, remembering)};
}`;

/**
 * Lets Framework bundle each script of its client once for a cache of libraries. Call it before Framework is imported.
 *
 * @param libraryCache where they are kept
 * @param key of what the cache was made from: what was bundled from anything else does not count
 */
export function rememberClients(libraryCache: string, key: string): void {
  global.rememberClient = async (path, {define = {}}, bundle) => {
    const name = createHash("sha256")
      .update(JSON.stringify([key, path, define]))
      .digest("hex");
    return readOrMake(join(libraryCache, folderName, `${name}.js`), bundle);
  };
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}

/** Takes away what was bundled for libraries that are there no more. */
export async function forgetClients(libraryCache: string): Promise<void> {
  await rm(join(libraryCache, folderName), {recursive: true, force: true});
}

async function readOrMake(file: string, bundle: Bundle): Promise<string> {
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known !== undefined) return known;
  const code = await bundle();
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(file), {recursive: true});
  await writeFile(draft, code);
  await rename(draft, file);
  return code;
}
