import {type Format, getFormat} from "./format.ts";
import type {Language} from "./language.ts";
import type {Manifest} from "./manifest.ts";
import {getMessages, type Messages} from "./messages.ts";
import {getSegmentLookup, type SegmentLookup} from "./segment-lookup.ts";
import type {SegmentRow} from "./segment-rows.ts";

/** What every component of a page needs to speak: language, numbers, words, names. */
export interface PageContext {
  lang: Language;
  f: Format;
  t: Messages;
  names: SegmentLookup;
  manifest: Manifest;
}

export function getPageContext(lang: Language, manifest: Manifest, segments: readonly SegmentRow[]): PageContext {
  const {currency} = manifest.shop;
  return {
    lang,
    f: getFormat(lang, currency),
    t: getMessages(lang, currency),
    names: getSegmentLookup(segments, lang),
    manifest,
  };
}
