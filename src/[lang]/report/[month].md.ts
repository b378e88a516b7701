import {earlierReleases, manifest, published} from "../../../data-loaders/published.ts";
import {getBuildDocument} from "../../components/build-document.ts";
import type {FieldUsageRow} from "../../components/gaps/field-usage-row.ts";
import {defineReport} from "../../components/gaps/report.ts";
import {parseLanguage} from "../../components/language.ts";
import {parseMonth} from "../../components/month.ts";
import type {SourceMonthRow} from "../../components/quality/quality-rows.ts";
import type {RestatementRow} from "../../components/releases/restatements.ts";
import type {LifeCycleRow, MonthlySalesRow} from "../../components/report/monthly-rows.ts";
import type {
  MigrationLimitRow,
  MigrationRow,
  MoveCauseRow,
  ProjectionRow,
} from "../../components/report/movement-rows.ts";
import {renderReport} from "../../components/report/render-report.ts";
import type {SegmentReachRow} from "../../components/report/segment-reach.ts";
import type {SlideRow, SlideTrendRow} from "../../components/report/slide-rows.ts";
import type {SegmentRow, SegmentSizeRow} from "../../components/segment-rows.ts";

export const report = defineReport({
  order: 1,
  title: {tr: "Aylık rapor", en: "Monthly report"},
  question: {
    tr: "Bu ay kaç müşteri en iyi segmentten riske kaydı, neden, ne kadar ciroyla?",
    en: "How many customers slid from the best segment into risk this month, why, and with how much revenue?",
  },
  decision: {
    tr: "Kimi, hangi programla geri kazanmaya çalışacağız.",
    en: "Whom to win back, and with which programme.",
  },
  requires: ["buyers", "order_times"],
});

/** The report of one month. */
export default async function (params: {lang: string; month?: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sizes: await published<SegmentSizeRow>("segment-sizes"),
    migration: await published<MigrationRow>("segment-migration"),
    slides: await published<SlideRow>("segment-slides"),
    trend: await published<SlideTrendRow>("slide-trend"),
    limits: await published<MigrationLimitRow>("migration-limits"),
    causes: await published<MoveCauseRow>("move-causes"),
    projection: await published<ProjectionRow>("segment-projection"),
    lifeCycle: await published<LifeCycleRow>("life-cycle"),
    sales: await published<MonthlySalesRow>("monthly-sales"),
    usage: await published<FieldUsageRow>("field-usage"),
    quality: await published<SourceMonthRow>("source-months"),
    reach: await published<SegmentReachRow>("segment-reach"),
    restatements: await published<RestatementRow>("restatements"),
    earlier: earlierReleases(),
  };
  const document = getBuildDocument();
  return renderReport(data, {lang: parseLanguage(params.lang), month: parseMonth(params.month), document});
}
