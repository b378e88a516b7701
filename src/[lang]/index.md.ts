import {manifest, published} from "../../data-loaders/published.ts";
import {renderHome} from "../components/home/render-home.ts";
import {parseLanguage} from "../components/language.ts";
import type {SlideTrendRow} from "../components/report/slide-rows.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

/** The first page of a language. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    trend: await published<SlideTrendRow>("slide-trend"),
  };
  return renderHome(data, {lang: parseLanguage(params.lang)});
}
