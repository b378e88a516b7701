import {manifest, published} from "../../data-loaders/published.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {listMissing} from "../components/gaps/get-gaps.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";
import {renderValue} from "../components/value/render-value.ts";
import type {
  BacktestScoreRow,
  ChannelValueRow,
  CohortValueRow,
  SegmentValueRow,
  SlidingValueRow,
  ValueDecileRow,
  ValueModelRow,
} from "../components/value/value-rows.ts";

export const report = defineReport({
  order: 20,
  title: {tr: "Müşteri değeri", en: "Customer value"},
  question: {
    tr: "Müşteriler bugüne kadar ne getirdi, gelecek on iki ayda ne getirecek?",
    en: "What have customers been worth, and what will the next twelve months bring?",
  },
  decision: {
    tr: "Bir müşteriyi kazanmaya ve tutmaya en fazla ne kadar harcanır.",
    en: "How much to spend at most on winning and keeping a customer.",
  },
  requires: ["buyers", "order_times"],
});

/** What customers have been worth, and what is to be expected of them, as of the last day of data. */
export default async function (params: {lang: string}): Promise<string> {
  const usage = await published<FieldUsageRow>("field-usage");
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    models: await published<ValueModelRow>("value-models"),
    scores: await published<BacktestScoreRow>("backtest-scores"),
    segmentValues: await published<SegmentValueRow>("segment-values"),
    cohorts: await published<CohortValueRow>("cohort-values"),
    deciles: await published<ValueDecileRow>("value-deciles"),
    sliding: await published<SlidingValueRow>("sliding-values"),
    channels: await published<ChannelValueRow>("channel-values"),
    missing: listMissing(usage, ["channel-values"], ["spend", "acquisition_source"]),
  };
  return renderValue(data, {lang: parseLanguage(params.lang)});
}
