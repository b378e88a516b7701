import {manifest, published} from "../../data-loaders/published.ts";
import type {CategoryAffinityRow} from "../components/baskets/affinity/category-affinity-row.ts";
import type {CrossSellRow} from "../components/baskets/affinity/cross-sell-row.ts";
import {renderAffinity} from "../components/baskets/affinity/render-affinity.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 24,
  title: {tr: "Eğilim ve çapraz satış", en: "Affinity and cross-sell"},
  question: {
    tr: "Hangi segment neye eğilimli, almadığı neyi alabilir?",
    en: "Which segment leans towards what, and what might it buy that it does not yet?",
  },
  decision: {
    tr: "Hangi segmente bir sonraki kampanyada ne önerilecek.",
    en: "What to offer to which segment in the next campaign.",
  },
  requires: ["buyers", "order_times", "products_sold"],
  uses: ["product_tree"],
});

/** Affinity of segments to categories, and what to offer them, at the newest month. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    affinity: await published<CategoryAffinityRow>("category-affinity"),
    crossSell: await published<CrossSellRow>("cross-sell"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderAffinity(data, {lang: parseLanguage(params.lang)});
}
