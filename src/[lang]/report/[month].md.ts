import {manifest, published} from "../../../data-loaders/published.ts";
import {getBuildDocument} from "../../components/build-document.ts";
import {parseLanguage} from "../../components/language.ts";
import {parseMonth} from "../../components/month.ts";
import {renderReport} from "../../components/report/render-report.ts";
import type {
  MigrationRow,
  MonthlySalesRow,
  SegmentRow,
  SegmentSizeRow,
  SlideRow,
  SlideTrendRow,
} from "../../components/tables.ts";

/** The report of one month. */
export default async function (params: {lang: string; month?: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sizes: await published<SegmentSizeRow>("segment-sizes"),
    migration: await published<MigrationRow>("segment-migration"),
    slides: await published<SlideRow>("segment-slides"),
    trend: await published<SlideTrendRow>("slide-trend"),
    sales: await published<MonthlySalesRow>("monthly-sales"),
  };
  const document = getBuildDocument();
  return renderReport(data, {lang: parseLanguage(params.lang), month: parseMonth(params.month), document});
}
