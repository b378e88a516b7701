import {manifest, published} from "../../data-loaders/published.ts";
import {renderBacktest} from "../components/backtest/render-backtest.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";
import type {BacktestScoreRow, BacktestWeekRow, ValueModelRow} from "../components/value/value-rows.ts";

export const report = defineReport({
  order: 21,
  title: {tr: "Geriye dönük sınama", en: "Backtest"},
  question: {
    tr: "Alışverişler ne kadar iyi öngörülebiliyor, değeri hangi model söylüyor?",
    en: "How well can purchases be predicted, and which model says what a customer is worth?",
  },
  decision: {
    tr: "Öngörülen değere ne kadar güvenilir.",
    en: "How far to trust the value that is predicted.",
  },
  requires: ["buyers", "order_times"],
});

/** What models that were fitted without the last months say of them, and what came. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    models: await published<ValueModelRow>("value-models"),
    scores: await published<BacktestScoreRow>("backtest-scores"),
    weeks: await published<BacktestWeekRow>("backtest-weeks"),
  };
  return renderBacktest(data, {lang: parseLanguage(params.lang)});
}
