import {manifest, published} from "../../data-loaders/published.ts";
import type {CategoryAffinityRow} from "../components/baskets/affinity/category-affinity-row.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {CustomerCubeRow, SegmentProfileRow} from "../components/profile/profile-rows.ts";
import {renderProfile} from "../components/profile/render-profile.ts";
import type {SegmentRow, SegmentSizeRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 12,
  title: {tr: "Segment profilleri", en: "Segment profiles"},
  question: {
    tr: "Bir segmenttekiler kim, ne alıyor, ne zaman, neden, ne kadar, kaç tane, nasıl ödüyor?",
    en: "Who is in a segment, what do they buy, when, why, for how much, how many, and how do they pay?",
  },
  decision: {
    tr: "Bir segmente ne, ne zaman, hangi koşulla önerilecek.",
    en: "What to offer a segment, when, and on what terms.",
  },
  requires: ["buyers", "order_times"],
});

/** Every segment of the newest month in seven answers. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    sizes: await published<SegmentSizeRow>("segment-sizes"),
    cube: await published<CustomerCubeRow>("customer-cube"),
    affinity: await published<CategoryAffinityRow>("category-affinity"),
    profile: await published<SegmentProfileRow>("segment-profile"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderProfile(data, {lang: parseLanguage(params.lang)});
}
