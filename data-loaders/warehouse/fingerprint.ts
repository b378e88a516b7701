import {createHash} from "node:crypto";

/** A short hash of anything that JSON can write: equal for equal content, in hexadecimal. */
export function fingerprint(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 24);
}
