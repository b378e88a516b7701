import {manifest, published} from "../../data-loaders/published.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";
import {renderThresholds} from "../components/thresholds/render-thresholds.ts";
import type {
  DefinitionDiffRow,
  OrderCountRow,
  RecencyFrequencyRow,
  ScoreEdgeRow,
} from "../components/thresholds/threshold-rows.ts";

export const report = defineReport({
  order: 14,
  title: {tr: "Eşikler", en: "Thresholds"},
  question: {
    tr: "Skorlar nerede kesiyor, kaçıncı siparişten sonra müşteri kalıyor?",
    en: "Where do the scores cut, and after which order do customers stay?",
  },
  decision: {
    tr: "Recency sınırları ve müdavim sayılmak için gereken sipariş.",
    en: "The edges of recency, and how many orders make a regular.",
  },
  requires: ["buyers", "order_times"],
});

/** The edges of the newest month, and what others would make of the segments. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    orderCounts: await published<OrderCountRow>("order-counts"),
    edges: await published<ScoreEdgeRow>("score-edges"),
    recency: await published<RecencyFrequencyRow>("recency-frequency"),
    diff: await published<DefinitionDiffRow>("definition-diff"),
  };
  return renderThresholds(data, {lang: parseLanguage(params.lang)});
}
