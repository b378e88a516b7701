import {pathToFileURL} from "node:url";
import {UserError} from "../user-error.ts";

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
 * that JSON can write. A loader without a default function writes to standard output by itself.
 */
export async function renderLoader(path: string, parameters: Record<string, string>): Promise<Output> {
  const {default: load} = (await import(pathToFileURL(path).href)) as {
    default?: (parameters: Record<string, string>) => unknown;
  };
  if (typeof load !== "function") return "";
  const output = await load(parameters);
  return typeof output === "string" || output instanceof Uint8Array ? output : `${JSON.stringify(output, null, 2)}\n`;
}
