import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {transform} from "esbuild";

/** Compiles a script of this folder for browsers, `integrity-client.ts`; `before` is JavaScript that it finds declared. */
export async function compileClient(file: string, before = ""): Promise<string> {
  const source = await readFile(join(import.meta.dirname, file), "utf8");
  const {code} = await transform(before + source.replace("export {};", ""), {
    loader: "ts",
    format: "iife",
    minify: true,
    target: "es2022",
  });
  return code;
}
