import {manifest, published} from "../../data-loaders/published.ts";
import type {LeverRow} from "../components/baskets/levers/lever-row.ts";
import {renderLevers} from "../components/baskets/levers/render-levers.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 25,
  title: {tr: "Kaldıraçlar", en: "Levers"},
  question: {
    tr: "Sepet tutarı, sepetteki adet ve sıklık hedefe ne kadar uzak, ne geri dönüyor?",
    en: "How far are basket value, items per basket and frequency from their targets, and what comes back?",
  },
  decision: {
    tr: "Hangi segmentte hangi kaldıraca yüklenilecek.",
    en: "Which lever to pull in which segment.",
  },
  requires: ["buyers", "order_times"],
  uses: ["units", "returns"],
});

/** The three levers of revenue by segment, at the newest month. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    levers: await published<LeverRow>("levers"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderLevers(data, {lang: parseLanguage(params.lang)});
}
