/** The endings that a Turkish sentence puts on a name: in October, from Champions, to At Risk, of September, 18% of them. */
export type TurkishCase = "locative" | "ablative" | "dative" | "genitive" | "possessive";

/** How the English segment names end when a Turkish speaker says them: the last vowel, and the last sound. */
const spoken: Record<string, string> = {
  Champions: "ıs",
  Loyal: "el",
  "Potential Loyalists": "is",
  "New Customers": "ıs",
  Promising: "in",
  "Need Attention": "ın",
  "About to Sleep": "ip",
  "At Risk": "ik",
  "Can’t Lose": "uz",
  Hibernating: "in",
};

const leaning: Record<TurkishCase, string> = {
  locative: "segmentinde",
  ablative: "segmentinden",
  dative: "segmentine",
  genitive: "segmentinin",
  possessive: "segmenti",
};

const units = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
const tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];

/**
 * The name with its case suffix after an apostrophe, by vowel harmony and the hardness of its last sound: Ekim'de,
 * Mart'ta, 2026'da, Champions'tan, At Risk'e, %18'i. Names that cannot be read (a sign at the end) lean on a noun instead:
 * `+Plus (B)` → `+Plus (B) segmentine`.
 */
export function withCase(name: string, turkishCase: TurkishCase): string {
  const sound = spoken[name.replaceAll("\u00a0", " ")] ?? readAloud(name);
  return sound === undefined ? `${name} ${leaning[turkishCase]}` : `${name}’${suffix(sound, turkishCase)}`;
}

function suffix(sound: string, turkishCase: TurkishCase): string {
  const vowel = sound.match(/[aeıioöuüâîû](?=[^aeıioöuüâîû]*$)/)![0];
  const front = "eiöüî".includes(vowel);
  const round = "oöuüû".includes(vowel);
  const endsInVowel = sound.endsWith(vowel);
  const narrow = front ? (round ? "ü" : "i") : round ? "u" : "ı";
  const hard = /[fstkçşhp]$/.test(sound);
  switch (turkishCase) {
    case "locative":
      return (hard ? "t" : "d") + (front ? "e" : "a");
    case "ablative":
      return (hard ? "t" : "d") + (front ? "en" : "an");
    case "dative":
      return (endsInVowel ? "y" : "") + (front ? "e" : "a");
    case "genitive":
      return `${endsInVowel ? "n" : ""}${narrow}n`;
    case "possessive":
      return (endsInVowel ? "s" : "") + narrow;
  }
}

/** The sound that a name ends with, or undefined where it does not end in a Turkish word or a number. */
function readAloud(name: string): string | undefined {
  const digits = name.match(/\d+$/)?.[0];
  if (digits) return readNumber(digits);
  const word = name
    .match(/[\p{L}]+$/u)?.[0]
    .replaceAll("I", "ı")
    .replaceAll("İ", "i")
    .toLowerCase();
  return word && /[aeıioöuüâîû]/.test(word) ? word : undefined;
}

function readNumber(digits: string): string {
  const n = digits.replace(/^0+/, "");
  if (n === "") return units[0]!;
  if (!n.endsWith("0")) return units[Number(n.at(-1))]!;
  if (!n.endsWith("00")) return tens[Number(n.at(-2))]!;
  return n.endsWith("000") ? (n.endsWith("000000") ? "milyon" : "bin") : "yüz";
}
