import type {Format} from "./format.ts";
import {getFormat} from "./format.ts";
import type {Language} from "./language.ts";
import {en, type Messages} from "./messages/en.ts";
import {tr} from "./messages/tr.ts";

export type {Messages} from "./messages/en.ts";

const catalogues: Record<Language, (f: Format) => Messages> = {tr, en};
const known = new Map<string, Messages>();

/** Everything the site says in a language: the one catalogue. Messages are plain text, to be escaped where they are printed. */
export function getMessages(lang: Language, currency: string): Messages {
  const key = `${lang}:${currency}`;
  const messages = known.get(key) ?? catalogues[lang](getFormat(lang, currency));
  known.set(key, messages);
  return messages;
}
