import {manifest, published} from "../../data-loaders/published.ts";
import type {BasketRuleRow, BasketSizeRow} from "../components/baskets/basket-rows.ts";
import {renderRules} from "../components/baskets/rules/render-rules.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 30,
  title: {tr: "Birlikte alınanlar", en: "Bought together"},
  question: {
    tr: "Hangi ürünler birlikte alınıyor, bunu alan başka ne alıyor?",
    en: "What is bought together, and who buys this, what else do they buy?",
  },
  decision: {
    tr: "Hangi ürünün yanında ne önerilecek, ne birlikte satılacak.",
    en: "What to suggest beside a product, and what to sell as a set.",
  },
  requires: ["products_sold"],
  uses: ["product_tree", "buyers"],
});

/** Rules of what is bought together, over customers and over orders. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    rules: await published<BasketRuleRow>("basket-rules"),
    sizes: await published<BasketSizeRow>("basket-sizes"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderRules(data, {lang: parseLanguage(params.lang)});
}
