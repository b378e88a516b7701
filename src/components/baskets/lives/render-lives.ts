import type {FieldUsageRow} from "../../gaps/field-usage-row.ts";
import {listMissing} from "../../gaps/get-gaps.ts";
import type {Need} from "../../gaps/needs.ts";
import type {Language} from "../../language.ts";
import type {Manifest} from "../../manifest.ts";
import {markup} from "../../markup.ts";
import {missingSource} from "../../missing-source.ts";
import {getPageContext} from "../../page-context.ts";
import {pageSource} from "../../page-source.ts";
import type {SegmentRow} from "../../segment-rows.ts";
import {isolate} from "../isolate.ts";
import {getItemNames} from "../item-names.ts";
import {markNames} from "../mark-names.ts";
import {dueCalendar} from "./due-calendar.ts";
import {lifeCard} from "./life-card.ts";
import {lifeDetails} from "./life-details.ts";
import {getLifeFacts} from "./life-facts.ts";
import type {ProductLifeRow} from "./life-row.ts";

export interface LivesData {
  manifest: Manifest;
  segments: SegmentRow[];
  lives: ProductLifeRow[];
  usage: FieldUsageRow[];
}

const asked: readonly Need[] = ["products_sold", "product_tree"];
/** Names in a sentence; more of them nobody reads. */
const MOST_NAMED = 3;

/** Product life as a page source: what is bought on a rhythm, how long it lasts, for how many it falls due when. No script. */
export function renderLives(data: LivesData, {lang}: {lang: Language}): string {
  const context = getPageContext(lang, data.manifest, data.segments);
  const {t, f, manifest} = context;
  const names = getItemNames(data.lives);
  const nameOf = ({level, item}: ProductLifeRow) => names(level, item);
  const facts = getLifeFacts(data.lives);
  const {level, rhythmic, others} = facts;
  const named = rhythmic.slice(0, MOST_NAMED);
  const shortest = others[0];
  const missing = listMissing(data.usage, [], asked).filter((need) => asked.includes(need));
  const body = markup`<article class="baskets lives">
<div class="dateline"><p><b>${t.livesTitle}</b> <span>${f.month(manifest.months.at(-1)!)}</span></p><p class="fresh"><span>${t.asOf(manifest.asOf)}</span> <span>${t.definitionVersion(manifest.definitions.version)}</span></p></div>
<div class="lead"><h1>${markNames(headline())}</h1>
<p class="deck">${named.map((row) => markNames(`${t.livesDue(isolate(nameOf(row)), row.due, row.next_30)} `))}${others.length > 0 && t.livesOthers(level, others.length, rhythmic.length > 0)}</p></div>
${lifeCard(facts, nameOf, context)}
${dueCalendar(facts, nameOf, context)}
<section class="more">${level === "category" && [lifeDetails("subcategory", data.lives, nameOf, context), lifeDetails("product", data.lives, nameOf, context)]}</section>
${missingSource(missing, context)}
</article>`;
  return pageSource(body, {title: t.livesTitle, lang});

  function headline(): string {
    if (named.length > 0) return t.livesHeadline(named.map((row) => [isolate(nameOf(row)), row.life_days!]));
    return shortest ? t.livesNoRhythm(level, isolate(nameOf(shortest)), shortest.life_days!) : t.livesPlain;
  }
}
