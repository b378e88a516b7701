import {manifest, published} from "../../data-loaders/published.ts";
import type {RfmScoreRow, SegmentWindowRow} from "../components/census/census-rows.ts";
import {renderCensus} from "../components/census/render-census.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {LifeCycleRow} from "../components/report/monthly-rows.ts";
import type {SegmentRow, SegmentSizeRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 13,
  title: {tr: "Segment sayımı", en: "Segment census"},
  question: {
    tr: "Hangi otomatik segmentler var, her birinde kaç kişi var?",
    en: "Which automatic segments are there, and how many people are in each?",
  },
  decision: {
    tr: "Bir kampanya için hangi segment yeterince büyük.",
    en: "Which segment is large enough for a campaign.",
  },
  requires: ["buyers", "order_times"],
});

/** Every automatic segment at the newest month. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sizes: await published<SegmentSizeRow>("segment-sizes"),
    lifeCycle: await published<LifeCycleRow>("life-cycle"),
    scores: await published<RfmScoreRow>("rfm-scores"),
    windows: await published<SegmentWindowRow>("segment-windows"),
  };
  return renderCensus(data, {lang: parseLanguage(params.lang)});
}
