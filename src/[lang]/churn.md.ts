import {manifest, published} from "../../data-loaders/published.ts";
import type {ChurnCurveRow} from "../components/churn/churn-curve-row.ts";
import {renderChurn} from "../components/churn/render-churn.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {ChurnBehaviourRow, ChurnConditionRow, WinBackRow} from "../components/retention/retention-rows.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 17,
  title: {tr: "Kayıp", en: "Churn"},
  question: {
    tr: "Sessizlik ne zaman kayıp demek, müşteriler neden sonra uzaklaşıyor?",
    en: "When does silence mean loss, and after what do customers stay away?",
  },
  decision: {
    tr: "Sessiz kalan müşteriye kaçıncı günde, hangi olaydan sonra hemen yazmalı.",
    en: "On which day of silence, and after which event at once, to write to a customer.",
  },
  requires: ["buyers", "order_times"],
});

/** The churn curve, what raises it, and who comes back after all, as of the last day of data. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    churn: await published<ChurnCurveRow>("churn-curve"),
    conditions: await published<ChurnConditionRow>("churn-conditions"),
    behaviours: await published<ChurnBehaviourRow>("churn-behaviours"),
    winBacks: await published<WinBackRow>("win-backs"),
  };
  return renderChurn(data, {lang: parseLanguage(params.lang)});
}
