import {manifest, published} from "../../data-loaders/published.ts";
import {renderExplore} from "../components/explore/render-explore.ts";
import type {FieldUsageRow} from "../components/gaps/field-usage-row.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";
import type {SegmentRow} from "../components/segment-rows.ts";

export const report = defineReport({
  order: 3,
  title: {tr: "Keşif", en: "Explore"},
  question: {
    tr: "Segmentlerdekiler kim: hangi şehir, kanal, cinsiyet, yaş ve kaynaktan?",
    en: "Who are the people in a segment: by city, channel, gender, age and source?",
  },
  decision: {
    tr: "Bir kampanya kime, nerede, hangi kanaldan gidecek.",
    en: "To whom, where and on which channel a campaign goes.",
  },
  requires: ["buyers", "order_times"],
});

/** The notebook for analysts. */
export default async function (params: {lang: string}): Promise<string> {
  const data = {
    manifest: await manifest(),
    segments: await published<SegmentRow>("segments"),
    usage: await published<FieldUsageRow>("field-usage"),
  };
  return renderExplore(data, {lang: parseLanguage(params.lang)});
}
