/** A name as words without accents: `SiparişNo`, `sipariş_no` and `Siparis No` are the same. */
export function splitName(name: string): string[] {
  return name
    .replace(/([a-zçğıöşü0-9])([A-ZÇĞİÖŞÜ])/g, "$1 $2")
    .replace(/([A-ZÇĞİÖŞÜ]+)([A-ZÇĞİÖŞÜ][a-zçğıöşü])/g, "$1 $2")
    .replaceAll("İ", "i")
    .replaceAll("ı", "i")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** Least share of a name's words that a phrase must cover. */
const LEAST = 0.6;

/**
 * How well a name fits a field, from 0 to 1: the share of its words that the best phrase covers, all of whose words it
 * must have; 0 below 0.6.
 */
export function matchName(name: string, phrases: readonly string[]): number {
  const words = splitName(name);
  let best = 0;
  for (const phrase of phrases) {
    const wanted = splitName(phrase);
    if (wanted.length && wanted.every((word) => words.includes(word)))
      best = Math.max(best, wanted.length / words.length);
  }
  return best >= LEAST ? Math.min(best, 1) : 0;
}
