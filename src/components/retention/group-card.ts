import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import {monthIndex, monthOf, yearOf} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import {bothEnds} from "./both-ends.ts";
import type {CohortGroupRow} from "./retention-rows.ts";

/** Quarters after the first order that are told. */
const NEXT = 1;
const YEAR = 4;
/** Fewer customers of a value say little in a headline. */
const FEWEST = 100;
/** Of many values the best and the worst are shown. */
const [BEST, WORST] = [7, 3] as const;

interface Group {
  value: string;
  customers: number;
  next: number;
  year: number | null;
  worth: number | null;
}

/** Who comes back, by where the customer was won or what the first order was about; by quarter folded. */
export function groupCard(
  rows: readonly CohortGroupRow[],
  dimension: CohortGroupRow["dimension"],
  missing: Content,
  {t, f}: PageContext,
): Markup {
  const words = t.groupWords[dimension];
  const subtitle = words.subtitle;
  const own = rows.filter((row) => row.dimension === dimension);
  const groups = listGroups(own);
  if (groups.length < 2) return chartCard({title: words.none, subtitle, body: missing || t.retentionTooFew});
  const told = groups.filter(({customers, value}) => customers >= FEWEST && value !== "other" && value !== "unknown");
  const best = told[0] ?? groups[0]!;
  const worst = told.at(-1) ?? groups.at(-1)!;
  const most = Math.max(...groups.map(({next}) => next));
  const name = (value: string) => (dimension === "source" ? t.channelName(value) : nameValue(value, t));
  return chartCard({
    className: "cohort-groups",
    title: words.title(name(best.value), best.next, name(worst.value), worst.next),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: words.column},
        {label: t.cohortSize, isNumber: true},
        {label: t.groupNext, isNumber: true},
        {label: t.groupYear, isNumber: true},
        {label: t.groupWorth, isNumber: true},
      ],
      rows: bothEnds(groups, BEST, WORST).map(({value, customers, next, year, worth}) => [
        name(value),
        f.integer(customers),
        markup`<span class="in-cell"><span style="width:${px((100 * next) / most)}%"></span></span>${f.percent(next)}`,
        year === null ? t.none : f.percent(year),
        worth === null ? t.none : f.money(worth),
      ]),
    }),
    twin: {
      summary: t.groupTwin,
      caption: t.groupTwinCaption,
      columns: [
        {label: words.column},
        {label: t.cohortMonth},
        {label: t.cohortSize, isNumber: true},
        ...[1, 2, 3, 4].map((no) => ({label: `+${no}`, isNumber: true})),
      ],
      rows: own
        .filter((row) => row.cohort !== null && row.quarter_no === 0)
        .map((row) => [
          name(row.value),
          nameQuarter(row.cohort!, t),
          f.integer(row.customers),
          ...[1, 2, 3, 4].map((no) => {
            const cell = own.find(
              (other) =>
                other.value === row.value && Number(other.cohort) === Number(row.cohort) && other.quarter_no === no,
            );
            if (!cell) return "";
            const text = cell.customers_on === null ? t.withheld : f.integer(cell.customers_on);
            return cell.is_incomplete ? `${text}*` : text;
          }),
        ]),
    },
  });
}

/** The values whose next quarter is known, those who come back most first. */
function listGroups(rows: readonly CohortGroupRow[]): Group[] {
  const together = rows.filter((row) => row.cohort === null);
  const at = (value: string, no: number) => together.find((row) => row.value === value && row.quarter_no === no);
  const share = (row: CohortGroupRow | undefined) =>
    row && row.customers_on !== null ? row.customers_on / row.customers : null;
  return [...new Set(together.map(({value}) => value))]
    .flatMap((value): Group[] => {
      const next = share(at(value, NEXT));
      if (next === null) return [];
      const year = at(value, YEAR);
      return [
        {
          value,
          customers: at(value, 0)?.customers ?? at(value, NEXT)!.customers,
          next,
          year: share(year),
          worth: year?.net_revenue_per_customer ?? null,
        },
      ];
    })
    .sort((a, b) => b.next - a.next || (a.value < b.value ? -1 : 1));
}

/** A value as the reader reads it; `other` and `unknown` in words. */
export function nameValue(value: string, t: PageContext["t"]): string {
  if (value === "other" || value === "unknown") return t.profileValues[value];
  return value.replaceAll(" > ", " › ");
}

function nameQuarter(cohort: Date, t: PageContext["t"]): string {
  const month = monthOf(cohort);
  return t.cohortQuarter(yearOf(month), 1 + Math.floor(monthIndex(month) / 3));
}
