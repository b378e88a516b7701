/** A piece of a file of the site. */
export interface SiteText {
  text: string;
  /** What somebody reads, or a value of data; not code, drawing instructions or raw bytes. */
  isProse: boolean;
}

/** Runs of letters in raw bytes. */
export function* readRaw(bytes: Uint8Array): Generator<SiteText> {
  for (const [text] of Buffer.from(bytes)
    .toString("latin1")
    .matchAll(/[\x20-\x7e]{6,}/g))
    yield {text, isProse: false};
}
