import type {FieldUsageRow} from "../../gaps/field-usage-row.ts";
import {listMissing} from "../../gaps/get-gaps.ts";
import type {Need} from "../../gaps/needs.ts";
import type {Language} from "../../language.ts";
import type {Manifest} from "../../manifest.ts";
import {type Markup, markup} from "../../markup.ts";
import {missingSource} from "../../missing-source.ts";
import {getPageContext} from "../../page-context.ts";
import {pageSource} from "../../page-source.ts";
import type {SegmentRow} from "../../segment-rows.ts";
import type {BasketLevel, BasketSequenceRow, BasketSizeRow} from "../basket-rows.ts";
import {listLevels, pickLevel} from "../pick-level.ts";
import {whyNoSequence} from "../why-no-rule.ts";
import {sequenceCards} from "./sequence-cards.ts";
import {nameSequenceItems, saySequence} from "./sequence-words.ts";

export interface SequencesData {
  manifest: Manifest;
  segments: SegmentRow[];
  sequences: BasketSequenceRow[];
  sizes: BasketSizeRow[];
  usage: FieldUsageRow[];
}

/** What sequences ask of a shop's data. */
const asked: readonly Need[] = ["products_sold", "product_tree", "buyers", "order_times"];

/** What is bought after what, as a page source. No script: the switch between levels is a style of its radio buttons. */
export function renderSequences(data: SequencesData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const sequences = data.sequences.toSorted((a, b) => a.place - b.place);
  const nameOf = nameSequenceItems(sequences);
  const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const first = pickLevel(sequences);
  const headline = sequences.find(({level}) => level === first);
  const body = markup`<article class="baskets">
<div class="dateline"><p><b>${t.sequencesTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${headline ? saySequence(headline, nameOf, context) : t.sequencesPlain}</h1>
${first === undefined ? whyNoSequence(data.sizes, context) : markup`<p class="deck">${t.sequencesLead}</p>`}</div>
${first !== undefined && levels(first)}
${missingSource(missing, context)}
</article>`;
  return pageSource(body, {title: t.sequencesTitle, lang});

  function levels(checked: BasketLevel): Markup {
    const all = listLevels(sequences);
    return markup`<div class="level-switch">
${
  all.length > 1 &&
  markup`<fieldset><legend>${t.sequencesLevel}</legend>${all.map((level) => markup`<label><input type="radio" name="level" value="${level}"${level === checked && markup` checked`}> ${t.basketLevels[level]}</label>`)}</fieldset>`
}
${all.map(
  (level) => markup`<div class="level" data-level="${level}">${sequenceCards(
    sequences.filter((row) => row.level === level),
    nameOf,
    context,
  )}</div>
`,
)}</div>`;
  }
}
