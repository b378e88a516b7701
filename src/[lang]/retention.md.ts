import {manifest, published} from "../../data-loaders/published.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {CohortRow} from "../components/retention/cohort-row.ts";
import {renderRetention} from "../components/retention/render-retention.ts";
import type {CohortGroupRow} from "../components/retention/retention-rows.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 15,
  title: {tr: "Kohortlar", en: "Cohorts"},
  question: {
    tr: "Hangi ayın, hangi kaynağın müşterileri geri geliyor, ne kadar getiriyor?",
    en: "Customers of which month, and won where, come back, and what do they bring?",
  },
  decision: {
    tr: "Yeni müşteri bütçesi hangi kaynağa ayrılmalı.",
    en: "Which source deserves the budget for new customers.",
  },
  requires: ["buyers", "order_times"],
});

/** Cohorts by month, quarter, source and first category, as of the last day of data. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    cohorts: await published<CohortRow>("cohorts"),
    groups: await published<CohortGroupRow>("cohort-groups"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderRetention(data, {lang: parseLanguage(params.lang)});
}
