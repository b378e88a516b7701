import {earlierReleases, manifest, published} from "../../data-loaders/published.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import {renderReleases} from "../components/releases/render-releases.ts";
import type {RestatementRow} from "../components/releases/restatements.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 40,
  title: {tr: "Sürümler", en: "Releases"},
  question: {
    tr: "Yayımlanmış hangi rakam sonradan değişti, neden?",
    en: "Which published figures are others now, and why?",
  },
  decision: {
    tr: "Eski bir rapora dayanan kararı yeniden düşünmek gerekiyor mu.",
    en: "Whether a decision that rested on an earlier report must be thought over.",
  },
  requires: [],
  describesData: true,
});

/** What was published before, and what of it is another figure now. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    restatements: await published<RestatementRow>("restatements"),
    earlier: earlierReleases(),
  };
  return renderReleases(data, {lang: parseLanguage(params.lang)});
}
