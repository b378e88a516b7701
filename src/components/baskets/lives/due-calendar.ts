import {chartCard} from "../../charts/chart-card.ts";
import {px} from "../../charts/svg.ts";
import {type Markup, markup, raw} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import {isolate} from "../isolate.ts";
import {markNames} from "../mark-names.ts";
import type {LifeFacts} from "./life-facts.ts";
import type {ProductLifeRow} from "./life-row.ts";

/** In time, but for those who have most likely stopped: they come last. */
const periods = ["overdue", "due", "next_30", "next_60", "next_90", "later", "long_overdue"] as const;
/** How much of the colour all customers of a row would have. */
const MOST_HEAT = 90;

/** For how many customers each category falls due, from long since to later; what is bought without a rhythm folded. */
export function dueCalendar(facts: LifeFacts, nameOf: (row: ProductLifeRow) => string, context: PageContext): Markup {
  const {t, f} = context;
  const {level, rhythmic, others} = facts;
  const subtitle = t.calendarSubtitle;
  const rows = [...rhythmic, ...others];
  if (rows.length === 0) return chartCard({title: t.calendarNone, subtitle, body: t.livesTooShort});
  const first = rhythmic.find(({due}) => due !== null);
  const isWithheld = rows.some((row) => periods.some((period) => row[period] === null));
  const cell = (life: ProductLifeRow, period: (typeof periods)[number]) => {
    const count = life[period];
    if (count === null) return markup`<td title="${t.withheld}">·</td>`;
    if (count === 0) return markup`<td></td>`;
    if (period === "long_overdue") return markup`<td class="past">${f.integer(count)}</td>`;
    const look = markup` style="--heat:${px((MOST_HEAT * count) / life.customers)}%"`;
    return markup`<td${period === "due" && raw(' class="now"')}${look}>${f.integer(count)}</td>`;
  };
  const row = (life: ProductLifeRow, isSubject: boolean) =>
    markup`<tr${isSubject && raw(' class="subject"')}><th scope="row">${nameOf(life)}</th>${periods.map((period) => cell(life, period))}</tr>
`;
  return chartCard({
    className: "due-calendar",
    title: first ? markNames(t.calendarTitle(isolate(nameOf(first)), first.due!, first.next_30)) : t.calendarNone,
    subtitle,
    body: [
      rhythmic.length > 0 && table(rhythmic, true),
      others.length > 0 &&
        markup`<details class="twin"><summary>${t.calendarOthers}</summary>${table(others, false)}</details>`,
    ],
    note: [t.calendarNote, isWithheld && ` ${t.dotWithheld}`],
  });

  function table(lives: readonly ProductLifeRow[], isSubject: boolean): Markup {
    return markup`<div class="scroll" role="region" tabindex="0" aria-label="${subtitle}"><table class="heat-table">
<caption class="unseen">${subtitle}</caption>
<thead><tr><th scope="col">${t.basketItem(level)}</th>${periods.map((period) => markup`<th scope="col">${t.duePeriods[period]}</th>`)}</tr></thead>
<tbody>${lives.map((life) => row(life, isSubject))}</tbody>
</table></div>`;
  }
}
