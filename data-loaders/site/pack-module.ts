import {gzip} from "fflate";
import {compileClient} from "./compile-client.ts";

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
  return Buffer.concat([Buffer.from(await compileClient("unpack-client.ts")), worker]);
}
