import {createHash} from "node:crypto";

const BLOCK_BYTES = 64;

/**
 * What `pseudonymOf` computes, as an SQL expression for many people at once: HMAC-SHA-256 (RFC 2104), 64 hexadecimal digits.
 *
 * @param anchor SQL expression of the person's anchor, a text
 * @param key see `chooseKey`; it is part of the expression, which therefore may not be stored or shown
 */
export function pseudonymSql(anchor: string, key: string): string {
  const bytes = Buffer.from(key, "utf8");
  const short = bytes.length > BLOCK_BYTES ? createHash("sha256").update(bytes).digest() : bytes;
  const block = Buffer.concat([short, Buffer.alloc(BLOCK_BYTES - short.length)]);
  const pad = (value: number) => `unhex('${Buffer.from(block.map((byte) => byte ^ value)).toString("hex")}')`;
  return `sha256(${pad(0x5c)} || unhex(sha256(${pad(0x36)} || encode(${anchor}))))`;
}
