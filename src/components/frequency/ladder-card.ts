import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {OrderLadderRow} from "./order-ladder-row.ts";

/** Steps that are told apart: 1→2, 2→3, 3→4, and the fourth order and every later one. */
const OPEN_FROM = 4;

/** Who reaches each order, how many go on to the next one, and after how many days. */
export function ladderCard(rows: readonly OrderLadderRow[], {t, f}: PageContext): Markup {
  const steps = rows.filter((row) => row.is_open === (row.order_no === OPEN_FROM) && row.order_no <= OPEN_FROM);
  const subtitle = t.ladderSubtitle;
  const first = steps[0];
  if (!first || first.conversion === null) return chartCard({title: t.ladderNone, subtitle, body: t.retentionTooFew});
  const last = steps.findLast((step) => step.conversion !== null)!;
  return chartCard({
    className: "order-ladder",
    title: t.ladderTitle(first.conversion, last.order_no, last.conversion!, last.is_open),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.ladderStep},
        {label: t.ladderReached, isNumber: true},
        {label: t.ladderConversion, isNumber: true},
        {label: t.ladderMedian, isNumber: true},
        {label: t.ladderMedianCompleted, isNumber: true},
      ],
      rows: steps.map((step): Content[] => [
        step.is_open ? `${step.order_no}+` : `${step.order_no} → ${step.order_no + 1}`,
        f.integer(step.gaps),
        step.conversion === null ? t.withheld : share(step.conversion, f.percent(step.conversion)),
        [formatDays(step.median_days, t.none), interval(step, t)],
        formatDays(step.median_days_completed, t.none),
      ]),
    }),
    note: t.ladderNote,
  });

  function formatDays(days: number | null, none: string): string {
    return days === null ? none : f.decimal(days, Number.isInteger(days) ? 0 : 1);
  }

  function interval({low_days: low, high_days: high}: OrderLadderRow, {ladderInterval}: PageContext["t"]): Content {
    return low !== null && high !== null && markup` <span class="detail">${ladderInterval(low, high)}</span>`;
  }
}

function share(value: number, text: string): Markup {
  return markup`<span class="in-cell"><span style="width:${px(100 * value)}%"></span></span>${text}`;
}
