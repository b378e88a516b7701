import {manifest, published} from "../../data-loaders/published.ts";
import {parseLanguage} from "../components/language.ts";
import {renderSegments} from "../components/segments/render-segments.ts";
import type {MigrationRow, SegmentRow, SegmentSizeRow} from "../components/tables.ts";

/** The segments at the newest month. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sizes: await published<SegmentSizeRow>("segment-sizes"),
    migration: await published<MigrationRow>("segment-migration"),
  };
  return renderSegments(data, {lang: parseLanguage(params.lang)});
}
