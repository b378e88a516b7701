import {manifest, published} from "../../data-loaders/published.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {MigrationRow} from "../components/report/movement-rows.ts";
import type {SegmentRow, SegmentSizeRow} from "../components/segment-rows.ts";
import {renderSegments} from "../components/segments/render-segments.ts";
import type {SegmentValueRow} from "../components/value/value-rows.ts";

export const report = defineReport({
  order: 2,
  title: {tr: "Segmentler", en: "Segments"},
  question: {
    tr: "Her segmentte kim var, ne kadar değerli, nereden gelip nereye gidiyor?",
    en: "Who is in each segment, what is it worth, where do its people come from and go?",
  },
  decision: {
    tr: "Bütçe ve ilgi hangi segmente verilecek.",
    en: "Which segment gets budget and attention.",
  },
  requires: ["buyers", "order_times"],
});

/** The segments at the newest month. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sizes: await published<SegmentSizeRow>("segment-sizes"),
    migration: await published<MigrationRow>("segment-migration"),
    values: await published<SegmentValueRow>("segment-values"),
  };
  return renderSegments(data, {lang: parseLanguage(params.lang)});
}
