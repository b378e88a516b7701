import {manifest, published} from "../../data-loaders/published.ts";
import type {BasketSequenceRow, BasketSizeRow} from "../components/baskets/basket-rows.ts";
import {renderSequences} from "../components/baskets/sequences/render-sequences.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 31,
  title: {tr: "Sonra ne alınıyor", en: "Bought next"},
  question: {
    tr: "Hangi üründen sonra hangisi alınıyor, ne kadar sonra?",
    en: "What is bought after what, and how long after?",
  },
  decision: {
    tr: "Bir alışverişten sonra neyin, kaçıncı günde önerileceği.",
    en: "What to suggest after a purchase, and on which day.",
  },
  requires: ["products_sold", "buyers", "order_times"],
  uses: ["product_tree"],
});

/** What customers buy in a later order. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sequences: await published<BasketSequenceRow>("basket-sequences"),
    sizes: await published<BasketSizeRow>("basket-sizes"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderSequences(data, {lang: parseLanguage(params.lang)});
}
