import {barTable} from "../charts/bar-table.ts";
import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {px} from "../charts/svg.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {bothEnds} from "../retention/both-ends.ts";
import {nameValue} from "../retention/group-card.ts";
import type {PurchaseLagRow} from "../retention/retention-rows.ts";

/** Fewer orders say little in a headline. */
const FEWEST = 100;
/** Of many categories the best and the worst are shown, and of the drawn ones the slowest and the fastest. */
const [BEST, WORST] = [7, 3] as const;
const DRAWN = 3;
/** So many times the lowest share the highest is, where it is worth telling apart. */
const TOLD = 1.2;

/** Who places a second order within 30, 60 and 90 days, by the value of the first or what it was about. */
export function secondOrderCard(
  rows: readonly PurchaseLagRow[],
  dimension: "first_value" | "first_category",
  missing: Content,
  context: PageContext,
): Markup {
  const {t, f} = context;
  const words = t.secondWords[dimension];
  const own = rows.filter((row) => row.dimension === dimension);
  const subtitle = t.secondSubtitle;
  const told = byConversion(
    own.filter((row) => row.within_90 !== null && row.known >= FEWEST && row.value !== "other"),
  );
  if (told.length < 2) return chartCard({title: words.none, subtitle, body: missing || t.retentionTooFew});
  const [best, worst] = [told[0]!, told.at(-1)!];
  const table = lagTable(
    dimension === "first_value" ? own : bothEnds(byConversion(own), BEST, WORST),
    words.column,
    name,
    context,
  );
  // A table of like rows says what its title says.
  const isFlat = share(best) < TOLD * share(worst);
  return chartCard({
    className: "second-order",
    title: isFlat
      ? words.flat(share(worst), share(best))
      : words.title(name(best), share(best), name(worst), share(worst)),
    subtitle,
    body: isFlat
      ? markup`<details class="twin"><summary>${t.tableTwin}</summary>${table}<p class="note">${t.secondNote}</p></details>`
      : table,
    note: !isFlat && t.secondNote,
  });

  function name({value, lowest_value}: PurchaseLagRow): string {
    if (dimension === "first_category") return nameValue(value, t);
    return t.secondFifth(Number(value), lowest_value === null ? null : f.compactMoney(lowest_value));
  }
}

/** How long after an order of a category the next one comes, whatever is in it. */
export function categoryLagCard(rows: readonly PurchaseLagRow[], context: PageContext): Markup {
  const {t} = context;
  const own = rows
    .filter((row) => row.dimension === "category")
    .sort(
      (a, b) =>
        (b.median_days ?? Number.POSITIVE_INFINITY) - (a.median_days ?? Number.POSITIVE_INFINITY) ||
        (a.value < b.value ? -1 : 1),
    );
  const told = own.filter((row) => row.median_days !== null && row.gaps >= FEWEST);
  const subtitle = t.categoryLagSubtitle;
  if (told.length < 2) return chartCard({title: t.categoryLagNone, subtitle, body: t.retentionTooFew});
  const name = ({value}: PurchaseLagRow) => nameValue(value, t);
  const [slow, fast] = [told[0]!, told.at(-1)!];
  return chartCard({
    className: "category-lag",
    title: t.categoryLagTitle(name(fast), fast.median_days!, name(slow), slow.median_days!),
    subtitle,
    body: [
      barTable(
        bothEnds(told, DRAWN, DRAWN).map((row) => ({
          label: name(row),
          value: row.median_days!,
          text: t.dayCount(row.median_days!),
          colour: row === slow || row === fast ? undefined : "var(--context)",
          detail:
            row.low_days === null || row.high_days === null ? undefined : t.ladderInterval(row.low_days, row.high_days),
        })),
        {caption: subtitle, columns: [t.categoryLagColumn, t.ladderMedian]},
      ),
      markup`<details class="twin"><summary>${t.categoryLagTwin}</summary>${lagTable(own, t.categoryLagColumn, name, context)}</details>`,
    ],
    note: t.categoryLagNote,
  });
}

function lagTable(
  rows: readonly PurchaseLagRow[],
  column: string,
  name: (row: PurchaseLagRow) => string,
  {t, f}: PageContext,
): Markup {
  const most = Math.max(...rows.map((row) => (row.within_90 ?? 0) / Math.max(1, row.known))) || 1;
  const part = (count: number | null, {known}: PurchaseLagRow) =>
    count === null ? t.withheld : known === 0 ? t.none : f.percent(count / known);
  return dataTable({
    caption: column,
    columns: [
      {label: column},
      {label: t.ladderReached, isNumber: true},
      ...[30, 60].map((days) => ({label: t.withinDays(days), isNumber: true})),
      {label: t.withinDays(90), isNumber: true},
      {label: t.ladderMedian, isNumber: true},
    ],
    rows: rows.map((row): Content[] => [
      name(row),
      f.integer(row.gaps),
      part(row.within_30, row),
      part(row.within_60, row),
      [
        row.within_90 !== null &&
          row.known > 0 &&
          markup`<span class="in-cell"><span style="width:${px((100 * share(row)) / most)}%"></span></span>`,
        part(row.within_90, row),
      ],
      row.median_days === null
        ? t.none
        : [
            f.integer(row.median_days),
            row.low_days !== null &&
              row.high_days !== null &&
              markup` <span class="detail">${t.ladderInterval(row.low_days, row.high_days)}</span>`,
          ],
    ]),
  });
}

function byConversion(rows: readonly PurchaseLagRow[]): PurchaseLagRow[] {
  return [...rows].sort((a, b) => share(b) - share(a) || (a.value < b.value ? -1 : 1));
}

function share({within_90, known}: PurchaseLagRow): number {
  return within_90 === null || known === 0 ? 0 : within_90 / known;
}
