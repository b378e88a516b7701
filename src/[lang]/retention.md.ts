import {manifest, published} from "../../data-loaders/published.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import {renderRetention} from "../components/retention/render-retention.ts";
import type {ChurnCurveRow, CohortRow, OrderLadderRow, SegmentRow} from "../components/tables.ts";

export const report = defineReport({
  order: 15,
  title: {tr: "Elde tutma", en: "Retention"},
  question: {
    tr: "Kim geri geliyor, ne kadar sonra, sessizlik ne zaman kayıp demek?",
    en: "Who comes back, after how long, and when does silence mean loss?",
  },
  decision: {
    tr: "Sessiz kalan müşteriye kaçıncı günde yazmalı.",
    en: "On which day of silence to write to a customer.",
  },
  requires: ["buyers", "order_times"],
});

/** Cohorts, the order ladder and the churn curve, as of the last day of data. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    cohorts: await published<CohortRow>("cohorts"),
    ladder: await published<OrderLadderRow>("order-ladder"),
    churn: await published<ChurnCurveRow>("churn-curve"),
  };
  return renderRetention(data, {lang: parseLanguage(params.lang)});
}
