import {manifest, published} from "../../data-loaders/published.ts";
import type {ChurnCurveRow} from "../components/churn/churn-curve-row.ts";
import type {OrderLadderRow} from "../components/frequency/order-ladder-row.ts";
import {renderFrequency} from "../components/frequency/render-frequency.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {EventCountRow, PurchaseLagRow} from "../components/retention/retention-rows.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 16,
  title: {tr: "Sıklık", en: "Frequency"},
  question: {
    tr: "Müşteriler ne sıklıkta, ne kadar sonra yeniden sipariş veriyor; ikinci siparişi kim veriyor?",
    en: "How often do customers order, how soon again, and who places a second order?",
  },
  decision: {
    tr: "İkinci sipariş teklifi kime, kaçıncı gün gitmeli.",
    en: "To whom to offer a second order, and on which day.",
  },
  requires: ["buyers", "order_times"],
});

/** How often customers order, and how long after, as of the last day of data. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    counts: await published<EventCountRow>("event-counts"),
    ladder: await published<OrderLadderRow>("order-ladder"),
    churn: await published<ChurnCurveRow>("churn-curve"),
    lags: await published<PurchaseLagRow>("purchase-lag"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderFrequency(data, {lang: parseLanguage(params.lang)});
}
