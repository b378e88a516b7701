import {manifest, published} from "../../data-loaders/published.ts";
import type {ProductLifeRow} from "../components/baskets/lives/life-row.ts";
import {renderLives} from "../components/baskets/lives/render-lives.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 23,
  title: {tr: "Ürün ömrü", en: "Product life"},
  question: {
    tr: "Ne ne kadar dayanıyor, kimin ne zaman yeniden ihtiyacı olacak?",
    en: "What lasts how long, and for whom does it fall due when?",
  },
  decision: {
    tr: "Hangi üründe, kaçıncı günde hatırlatma gönderilecek.",
    en: "For which product to send a reminder, and after how many days.",
  },
  requires: ["buyers", "order_times", "products_sold"],
  uses: ["product_tree"],
});

/** Product life, and what falls due when, as of the last day of data. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    lives: await published<ProductLifeRow>("product-life"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderLives(data, {lang: parseLanguage(params.lang)});
}
