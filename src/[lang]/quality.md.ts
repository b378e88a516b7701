import {manifest, published, qualityLimits} from "../../data-loaders/published.ts";
import {defineReport} from "../components/gaps/report.ts";
import type {IdentitySummaryRow} from "../components/identity/identity-summary-row.ts";
import {parseLanguage} from "../components/language.ts";
import type {QualityTrendRow, SourceMonthRow, SourceQualityRow} from "../components/quality/quality-rows.ts";
import {renderQuality} from "../components/quality/render-quality.ts";

export const report = defineReport({
  order: 10,
  title: {tr: "Veri kalitesi", en: "Data quality"},
  question: {
    tr: "Veriye güvenilir mi, hangi kaynakta ne bozuk?",
    en: "Can the data be trusted, and what is wrong in which source?",
  },
  decision: {
    tr: "Hangi girişi düzeltmeli, hangi rakamı bekletmeli.",
    en: "Which entry to mend, which figure to hold back.",
  },
  requires: [],
  describesData: true,
});

/** What was delivered, and what is wrong with it. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    counts: await published<SourceQualityRow>("source-quality"),
    months: await published<SourceMonthRow>("source-months"),
    identity: await published<IdentitySummaryRow>("identity-summary"),
    limits: qualityLimits,
    trend: await published<QualityTrendRow>("quality-trend"),
  };
  return renderQuality(data, {lang: parseLanguage(params.lang)});
}
