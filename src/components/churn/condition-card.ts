import {chartCard} from "../charts/chart-card.ts";
import {px} from "../charts/svg.ts";
import type {Need} from "../gaps/needs.ts";
import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ChurnCondition, ChurnConditionRow} from "../retention/retention-rows.ts";

/** In the order in which they are shown where nothing is known of them, and what tells of each. */
const asked: readonly (readonly [ChurnCondition, Need])[] = [
  ["unsubscribe", "messages"],
  ["complaint", "tickets"],
  ["return", "returns"],
  ["late_delivery", "deliveries"],
  ["very_late_delivery", "deliveries"],
  ["no_visit", "visits"],
];

/** A condition about which enough is known. */
type KnownCondition = {[K in keyof ChurnConditionRow]: NonNullable<ChurnConditionRow[K]>};

/** The conditions with enough gaps, those that raise churn most first. */
function getKnownConditions(rows: readonly ChurnConditionRow[]): KnownCondition[] {
  return rows
    .filter((row): row is KnownCondition => row.churn !== null && row.lift !== null)
    .sort((a, b) => b.lift - a.lift || (a.condition < b.condition ? -1 : 1));
}

/** Whether what happens after a condition is more than chance: the usual share lies below its interval. */
function isTelling({low, base_churn}: KnownCondition): boolean {
  return low > base_churn;
}

/** After what do customers stay away? Each condition beside everybody who had been silent for as long. */
export function conditionCard(rows: readonly ChurnConditionRow[], {t, f, lang}: PageContext): Markup {
  const subtitle = t.conditionSubtitle;
  const known = getKnownConditions(rows);
  const unknown = asked.filter(([condition]) => !known.some((row) => row.condition === condition));
  const isAbsent = ([condition]: (typeof asked)[number]) => !rows.some((row) => row.condition === condition);
  const tooFew = unknown.filter((entry) => !isAbsent(entry));
  const needs = [...new Set(unknown.filter(isAbsent).map(([, need]) => need))];
  const nameAll = (entries: typeof asked) => entries.map(([condition]) => t.conditions[condition].name).join(", ");
  const [first] = known.filter(isTelling);
  const title = first
    ? t.conditionTitle(t.conditions[first.condition].after, first.churn, first.base_churn)
    : known.length > 0
      ? t.conditionUsual
      : t.conditionNone;
  return chartCard({
    className: "churn-conditions",
    title,
    subtitle,
    body: [
      known.length > 0 &&
        markup`<table class="beside">
<caption class="unseen">${subtitle}</caption>
<thead class="unseen"><tr><th scope="col">${t.conditionColumn}</th><th scope="col">${t.conditionShare}</th></tr></thead>
<tbody>${known.map(
          (row) => markup`<tr><th scope="row">${t.conditions[row.condition].name}</th>
<td>${strip(row)}<span class="value">${f.percent(row.churn)}</span> <span class="detail">${t.conditionBeside(f.percent(row.base_churn), f.decimal(row.lift), row.gaps)}</span></td></tr>
`,
        )}</tbody></table>`,
      unknown.length > 0 &&
        markup`<ul class="unknown">${tooFew.length > 0 && markup`<li><b>${nameAll(tooFew)}</b> ${t.retentionTooFew}</li>`}${needs.map(
          (need) =>
            markup`<li><b>${nameAll(unknown.filter((entry) => entry[1] === need && isAbsent(entry)))}</b> ${t.needs[need].without}</li>`,
        )}${needs.length > 0 && markup`<li><a href="/${lang}/sources">${t.missingMore} →</a></li>`}</ul>`,
    ],
    note: t.conditionNote,
    ...(known.length > 0
      ? {
          twin: {
            summary: t.tableTwin,
            caption: subtitle,
            columns: [
              {label: t.conditionColumn},
              {label: t.conditionGaps, isNumber: true},
              {label: t.conditionSilent, isNumber: true},
              {label: t.share, isNumber: true},
              {label: t.conditionInterval, isNumber: true},
              {label: t.conditionBase, isNumber: true},
              {label: t.lift, isNumber: true},
              {label: t.conditionMedian, isNumber: true},
            ],
            rows: known.map((row) => [
              t.conditions[row.condition].name,
              f.integer(row.gaps),
              f.integer(row.silent),
              f.percent(row.churn),
              `${f.percent(row.low)}–${f.percent(row.high)}`,
              f.percent(row.base_churn),
              f.decimal(row.lift, 2),
              f.integer(row.median_days),
            ]),
          },
        }
      : {}),
  });
}

/** A line from the usual share to that of the condition, from 0 to 100 %. */
function strip(row: KnownCondition): Markup {
  const {churn, base_churn: base, low, high} = row;
  const [from, to] = [Math.min(churn, base), Math.max(churn, base)];
  const at = (share: number) => px(100 * share);
  return markup`<span class="strip${isTelling(row) && " telling"}" aria-hidden="true"><i class="interval" style="left:${at(low)}%;width:${at(high - low)}%"></i><i class="link" style="left:${at(from)}%;width:${at(to - from)}%"></i><i class="usual" style="left:${at(base)}%"></i><i class="own" style="left:${at(churn)}%"></i></span>`;
}

/** What the reasons come to, as sentences: how many do not order in the next 90 days after each telling one. */
export function sayConditions(rows: readonly ChurnConditionRow[], {t}: Pick<PageContext, "t">): string[] {
  return getKnownConditions(rows)
    .filter(isTelling)
    .map(({condition, churn, base_churn}) => t.conditionSentence(t.conditions[condition].after, churn, base_churn));
}
