import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ChurnBehaviourRow} from "../retention/retention-rows.ts";

/** So many times as common at equal numbers of orders is told. */
const TOLD = 1.2;
/** What says only that somebody orders seldom. */
const PLAIN: readonly string[] = ["quiet", "single_order"];

/** What did those who were lost do more often than those who stayed? */
export function behaviourCard(rows: readonly ChurnBehaviourRow[], {t, f}: PageContext): Markup {
  const subtitle = t.behaviourSubtitle;
  const first = rows[0];
  if (!first) return chartCard({title: t.behaviourNone, subtitle, body: t.retentionTooShort});
  const sorted = [...rows].sort(
    (a, b) => (b.alike_lift ?? 0) - (a.alike_lift ?? 0) || (a.behaviour < b.behaviour ? -1 : 1),
  );
  const [best] = sorted.filter(({behaviour, alike_lift}) => !PLAIN.includes(behaviour) && (alike_lift ?? 0) >= TOLD);
  const title = best
    ? t.behaviourTitle(t.behaviours[best.behaviour], best.lost_share, best.alike_share!)
    : t.behaviourUsual;
  const most = Math.max(...rows.flatMap((row) => [row.lost_share, row.alike_share ?? 0]));
  const bar = (share: number) =>
    markup`<span class="in-cell"><span style="width:${px((100 * share) / most)}%"></span></span>${f.percent(share)}`;
  const whole = rows.find(({behaviour}) => behaviour === "single_order") ?? first;
  return chartCard({
    className: "churn-behaviours",
    title,
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.behaviourColumn},
        {label: t.behaviourLost, isNumber: true},
        {label: t.behaviourAlike, isNumber: true},
        {label: t.lift, isNumber: true},
      ],
      rows: sorted.map((row) => [
        t.behaviours[row.behaviour],
        bar(row.lost_share),
        row.alike_share === null ? t.none : bar(row.alike_share),
        row.alike_lift === null ? t.none : f.decimal(row.alike_lift),
      ]),
    }),
    note: t.behaviourNote(whole.lost, whole.kept),
    twin: {
      summary: t.behaviourTwin,
      caption: t.behaviourTwinCaption,
      columns: [
        {label: t.behaviourColumn},
        {label: t.behaviourLost, isNumber: true},
        {label: t.behaviourKept, isNumber: true},
        {label: t.lift, isNumber: true},
      ],
      rows: sorted.map((row) => [
        t.behaviours[row.behaviour],
        t.partOf(row.lost_with, row.lost),
        t.partOf(row.kept_with, row.kept),
        row.lift === null ? t.none : f.decimal(row.lift),
      ]),
    },
  });
}
