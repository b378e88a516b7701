import {barTable} from "../charts/bar-table.ts";
import {chartCard} from "../charts/chart-card.ts";
import {type Markup, markup} from "../markup.ts";
import {monthDate} from "../month.ts";
import type {MoveCause, MoveCauseRow} from "./movement-rows.ts";
import type {Move} from "./moves.ts";
import type {ReportContext} from "./report-data.ts";

/** In the order in which they are looked for. */
const order: readonly MoveCause[] = ["first_seen", "entered", "left", "restated", "thresholds", "behaviour", "ageing"];

const colours: Record<MoveCause, string> = {
  first_seen: "#2A9D8F",
  entered: "#86CFC6",
  left: "#8D8D92",
  restated: "#B8B8BD",
  thresholds: "#B8B8BD",
  behaviour: "#2F7FB8",
  ageing: "#D1603D",
};

/** Why people changed state this month, and the proof that every mover has one cause. */
export function moveCauses(rows: readonly MoveCauseRow[], moves: readonly Move[], context: ReportContext): Markup {
  const {t, f, month, previous} = context;
  const time = monthDate(month).getTime();
  const own = rows.filter((row) => row.month.getTime() === time);
  const counts = new Map<MoveCause, number>();
  for (const row of own) counts.set(row.cause, (counts.get(row.cause) ?? 0) + row.customers);
  const total = own.reduce((sum, row) => sum + row.customers, 0);
  const movers = moves.reduce((sum, move) => sum + (move.from === move.to ? 0 : move.customers), 0);
  const [top] = order.filter((cause) => counts.has(cause)).toSorted((a, b) => counts.get(b)! - counts.get(a)!);
  const subtitle = t.causesSubtitle(previous, month);
  const isAssessed = own[0]?.is_restated_assessed;
  // Nobody restated is an answer; nobody with another cause goes without saying.
  const shown = order.filter((cause) => counts.has(cause) || (cause === "restated" && isAssessed));
  return chartCard({
    className: "causes",
    title: top ? t.causeTitles[top](counts.get(top)!, total) : t.causesNone,
    subtitle,
    body: markup`${
      shown.length > 0 &&
      barTable(
        shown.map((cause) => ({
          label: t.causeNames[cause],
          value: counts.get(cause) ?? 0,
          text: f.integer(counts.get(cause) ?? 0),
          detail: f.percent((counts.get(cause) ?? 0) / total),
          colour: colours[cause],
        })),
        {caption: subtitle, columns: [t.cause, t.customers]},
      )
    }<p class="proofs"><span class="${total === movers ? "right" : "wrong"}">${t.causesProof(total, movers)}</span></p>`,
    note: isAssessed === false && t.causesNotAssessed,
  });
}
