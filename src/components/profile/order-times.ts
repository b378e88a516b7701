import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {Share} from "./shares.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const hours = ["00", "03", "06", "09", "12", "15", "18", "21"];

/** When orders are placed, weekday by three hours, as a table of shares; cells of too few people are empty. */
export function orderTimes(shares: readonly Share[], label: string, {t, f}: Pick<PageContext, "t" | "f">): Markup {
  const byValue = new Map(shares.map(({value, share}) => [value, share]));
  const most = Math.max(...byValue.values());
  const columns = hasHours(shares) ? hours : ["00"];
  return markup`<table class="heat">
<caption class="unseen">${label}</caption>
<thead><tr><td></td>${columns.map((hour) => markup`<th scope="col">${columns.length > 1 ? Number(hour) : t.profileWholeDay}</th>`)}</tr></thead>
<tbody>${weekdays.map(
    (day) => markup`<tr><th scope="row">${t.weekdaysShort[day - 1]}</th>${columns.map((hour) => {
      const share = byValue.get(`${day} ${hour}`);
      if (share === undefined) return markup`<td class="few"></td>`;
      const text = `${nameTime(`${day} ${hour}`, t, columns.length > 1)}: ${f.percent(share)}`;
      return markup`<td style="--heat:${Math.round((100 * share) / most)}%" title="${text}"><span class="unseen">${f.percent(share)}</span></td>`;
    })}</tr>
`,
  )}</tbody>
</table>`;
}

/** Whether the shop says at what time of the day orders come. */
export function hasHours(shares: readonly Share[]): boolean {
  return shares.some(({value}) => /^\d \d\d$/.test(value) && !value.endsWith(" 00"));
}

/** Tuesday, 18–21 */
export function nameTime(value: string, t: PageContext["t"], withHours: boolean): string {
  const [day, hour] = value.split(" ").map(Number) as [number, number];
  return withHours ? t.profileTime(t.weekdays[day - 1]!, hour, hour + 3) : t.weekdays[day - 1]!;
}
