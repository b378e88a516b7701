import {manifest, published} from "../../data-loaders/published.ts";
import {renderExplore} from "../components/explore/render-explore.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/tables.ts";

/** The notebook for analysts. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {manifest: await manifest(), segments: await published<SegmentRow>("segments")};
  return renderExplore(data, {lang: parseLanguage(params.lang)});
}
