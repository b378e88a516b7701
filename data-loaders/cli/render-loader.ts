import {readFileSync} from "node:fs";
import {fileURLToPath, pathToFileURL} from "node:url";
import {loadModule} from "../load-module.ts";
import {UserError} from "../user-error.ts";
import {findSourcePlace, fromProject} from "./source-place.ts";

type Output = Uint8Array | string;

/** Reads `--lang=tr --month=2026-10`; a value is a plain word, whatever an address was made to say. */
export function readParameters(args: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    args.map((arg) => {
      const [, name, value] = /^--([a-z_]+)=([a-z0-9_-]{1,64})$/.exec(arg) ?? [];
      if (!name) throw new UserError(`invalid parameter: ${JSON.stringify(arg)}`);
      return [name, value!];
    }),
  );
}

/**
 * What a TypeScript loader makes: its default export is called with the parameters, and may return text, bytes or anything
 * that JSON can write. A loader without a default export is run as Framework would: it finds the parameters in
 * `process.argv` and writes to standard output, before its module has ended.
 *
 * @throws UserError that names the loader and the place, whatever is thrown in it
 */
export async function renderLoader(path: string, parameters: Record<string, string>): Promise<Output> {
  try {
    if (!hasDefaultExport(readFileSync(path, "utf8"))) return await captureOutput(pathToFileURL(path), parameters);
    const {default: load} = await loadModule<{default: (parameters: Record<string, string>) => unknown}>(path);
    const output = await load(parameters);
    return typeof output === "string" || output instanceof Uint8Array ? output : `${JSON.stringify(output, null, 2)}\n`;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(describe(error, path, parameters), {cause: error});
  }
}

const hasDefaultExport = (source: string) => /^\s*export\s+(default\b|\{[^}]*\bdefault\b)/m.test(source);

/** What a module writes to standard output while it is evaluated; each set of parameters evaluates it anew. */
async function captureOutput(url: URL, parameters: Record<string, string>): Promise<Uint8Array> {
  const {argv} = process;
  const {write} = process.stdout;
  const chunks: Buffer[] = [];
  const args = Object.entries(parameters).map((pair) => `--${pair.join("=")}`);
  process.argv = [...argv.slice(0, 1), fileURLToPath(url), ...args];
  process.stdout.write = (chunk: Uint8Array | string, encoding?: unknown, done?: unknown) => {
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk.slice()));
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") queueMicrotask(() => callback());
    return true;
  };
  try {
    await import(`${url.href}?${args.join("&")}`);
  } finally {
    process.argv = argv;
    process.stdout.write = write;
  }
  if (!chunks.length) throw new Error("no output: export a default function, or write before the module ends");
  return Buffer.concat(chunks);
}

function describe(error: unknown, path: string, parameters: Record<string, string>): string {
  const values = Object.entries(parameters).map((pair) => pair.join("="));
  const thrown = error instanceof Error ? error : new Error(String(error));
  const place = findSourcePlace(thrown);
  return `${fromProject(path)}: ${thrown.message}${place ? `, at ${place}` : ""}${values.length ? ` (${values.join(", ")})` : ""}`;
}
