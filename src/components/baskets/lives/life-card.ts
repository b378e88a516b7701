import {chartCard} from "../../charts/chart-card.ts";
import {px} from "../../charts/svg.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {LifeFacts} from "./life-facts.ts";
import type {ProductLifeRow} from "./life-row.ts";

/** How long each category lasts, on one scale of days, and how steadily it comes back. */
export function lifeCard(facts: LifeFacts, nameOf: (row: ProductLifeRow) => string, {t, f}: PageContext): Markup {
  const {level, rhythmic, others, unknown} = facts;
  const subtitle = t.lifeSubtitle;
  const rows = [...rhythmic, ...others, ...unknown];
  if (rows.length === 0) return chartCard({title: t.lifeNone, subtitle, body: t.livesTooShort});
  const most = Math.max(...rows.map((row) => Math.max(row.life_days ?? 0, row.high_days ?? 0))) || 1;
  const place = (days: number) => px((100 * days) / most);
  const row = (life: ProductLifeRow, isSubject: boolean) => markup`<tr${isSubject && markup` class="subject"`}>
<th scope="row">${nameOf(life)}</th>
<td class="number">${days(life)}</td>
<td class="number">${life.on_time_share === null ? t.none : f.percent(life.on_time_share)}</td>
<td class="number">${life.repeat_share === null ? t.none : f.percent(life.repeat_share)}</td>
<td class="track">${life.life_days !== null && track(life)}</td></tr>
`;
  return chartCard({
    className: "life-card",
    title: t.lifeTitle(level, rhythmic.length, rows.length),
    subtitle,
    body: markup`<div class="scroll" role="region" tabindex="0" aria-label="${subtitle}"><table class="data life-table">
<caption class="unseen">${subtitle}</caption>
<thead><tr><th scope="col">${t.basketItem(level)}</th><th scope="col" class="number">${t.lifeDays}</th><th scope="col" class="number">${t.lifeOnTime}</th><th scope="col" class="number">${t.lifeRepeat}</th><th scope="col" class="track"><span class="unseen">${t.lifeScale}</span><span class="axis" aria-hidden="true"><span>0</span><span>${t.livesDays(most)}</span></span></th></tr></thead>
<tbody>${rhythmic.map((life) => row(life, true))}${others.map((life) => row(life, false))}${unknown.map((life) => row(life, false))}</tbody>
</table></div>`,
    note: t.lifeNote,
  });

  function track({life_days, low_days, high_days}: ProductLifeRow): Markup {
    const interval = low_days !== null && high_days !== null;
    return markup`<span class="life-track">${interval && markup`<i style="left:${place(low_days)}%;width:${place(high_days - low_days)}%"></i>`}<b style="left:${place(life_days!)}%"></b></span>`;
  }

  function days({life_days, life_source, median_days, low_days, high_days}: ProductLifeRow): Content {
    if (life_days === null) return t.lifeUnknown;
    if (life_source === "override")
      return markup`<b>${f.integer(life_days)}</b> <span class="detail">${t.lifeOverride(median_days)}</span>`;
    return markup`<b>${f.integer(life_days)}</b> <span class="detail">(${f.integer(low_days!)}–${f.integer(high_days!)})</span>`;
  }
}
