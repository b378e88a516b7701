import {manifest, tableSources} from "../../data-loaders/published.ts";
import {renderDictionary} from "../components/dictionary/render-dictionary.ts";
import {defineReport} from "../components/gaps/report.ts";
import {parseLanguage} from "../components/language.ts";

export const report = defineReport({
  order: 11,
  title: {tr: "Tablolar", en: "Tables"},
  question: {
    tr: "Bir rakam hangi tablodan, hangi SQL'den geliyor?",
    en: "Which table, and which SQL, does a figure come from?",
  },
  decision: {tr: "Rakama güvenmek, ya da onu yeniden hesaplamak.", en: "To trust a figure, or to compute it again."},
  requires: [],
  describesData: true,
});

/** Every published table: what a row is, its columns, how it is computed. */
export default async function (params: {lang: string}): Promise<string> {
  return renderDictionary({manifest: await manifest(), sources: tableSources()}, {lang: parseLanguage(params.lang)});
}
