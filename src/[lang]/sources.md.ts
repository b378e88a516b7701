import {loadModule, manifest, published} from "../../data-loaders/published.ts";
import {listReports} from "../components/build-reports.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {renderSources} from "../components/gaps/render-sources.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";

export const report = defineReport({
  order: 9,
  title: {tr: "Kaynaklar ve boşluklar", en: "Sources and gaps"},
  question: {
    tr: "Hangi kaynaklarımız var, hangileri eksik, hangi alanlar boşuna toplanıyor?",
    en: "Which sources do we have, which are missing, which fields are collected for nothing?",
  },
  decision: {tr: "Sırada hangi veri toplanacak.", en: "Which data to collect next."},
  requires: [],
  describesData: true,
});

/** Which data the reports rest on, and what is missing. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    usage: await published<FieldUsageRow>("field-usage"),
    pages: await listReports(loadModule),
  };
  return renderSources(data, {lang: parseLanguage(params.lang)});
}
