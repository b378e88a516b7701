import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {transform} from "esbuild";
import {gzip} from "fflate";

/**
 * Packs a WebAssembly module for hosts that refuse files over 25 MB, and for those that send WebAssembly as it is; a
 * worker made by `unpackInWorker` reads it. Packed in JavaScript: the bytes are the same with every Node and processor.
 */
export function packModule(module: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) =>
    gzip(module, {level: 6, mtime: 0}, (error, packed) => (error ? reject(error) : resolve(packed))),
  );
}

/** The source of a worker that also reads modules that are packed. */
export async function unpackInWorker(worker: Uint8Array): Promise<Uint8Array> {
  const source = await readFile(join(import.meta.dirname, "unpack-client.ts"), "utf8");
  const {code} = await transform(source.replace("export {};", ""), {
    loader: "ts",
    format: "iife",
    minify: true,
    target: "es2022",
  });
  return Buffer.concat([Buffer.from(code), worker]);
}
