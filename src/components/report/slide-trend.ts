import {chartCard, responsive} from "../charts/chart-card.ts";
import {type MonthBar, monthBars} from "../charts/month-bars.ts";
import {type Markup, markup} from "../markup.ts";
import {monthDate, monthOf} from "../month.ts";
import type {NormalRange} from "./normal-range.ts";
import type {ReportContext} from "./report-data.ts";
import type {SlideFacts} from "./slide-facts.ts";
import type {SlideTrendRow} from "./slide-rows.ts";
import {streak} from "./streak.ts";

/** Slides per month, up to 24 months, each against what was usual and what was normal then. */
export function slideTrend(
  rows: readonly SlideTrendRow[],
  facts: SlideFacts,
  ranges: ReadonlyMap<number, NormalRange>,
  context: ReportContext,
): Markup {
  const {t, f, names, manifest, month, document} = context;
  const until = rows
    .filter((row) => row.month <= monthDate(month))
    .sort((a, b) => a.month.getTime() - b.month.getTime())
    .slice(-24);
  const bars: MonthBar[] = until.map((row) => ({
    month: monthOf(row.month),
    value: row.customers,
    reference: row.usual_customers,
    band: row.is_partial ? null : (ranges.get(row.month.getTime())?.range ?? null),
    isHatched: row.is_warming_up || row.is_partial,
  }));
  const counts = bars.map((bar) => bar.value);
  const label = t.trendAlt(month, facts.count, facts.usual, Math.min(...counts), Math.max(...counts));
  const options = {document, f, label, formatValue: f.integer, referenceLabel: t.usual};
  const from = names.labels(manifest.definitions.slide.from);
  const to = names.labels(manifest.definitions.slide.to);
  return chartCard({
    className: "trend",
    title: trendTitle(until, facts, context),
    subtitle: t.trendSubtitle(from, to),
    body: responsive(
      monthBars(bars, {...options, width: 640, height: 272}),
      monthBars(bars.slice(-13), {...options, width: 296, height: 224}),
    ),
    note: chartNote(bars, context),
    twin: {
      summary: t.tableTwin,
      caption: t.trendSubtitle(from, to),
      columns: [
        {label: t.month},
        {label: t.figureSlides, isNumber: true},
        {label: t.usual, isNumber: true},
        {label: t.rangeColumn, isNumber: true},
        {label: t.thresholdsColumn, isNumber: true},
        {label: t.baseColumn, isNumber: true},
        {label: t.atStake, isNumber: true},
        {label: t.note},
      ],
      rows: until
        .toReversed()
        .map((row) => [
          f.month(monthOf(row.month)),
          f.integer(row.customers),
          row.usual_customers === null ? t.none : f.integer(row.usual_customers),
          rangeText(ranges.get(row.month.getTime()), context),
          f.integer(row.customers_thresholds),
          f.integer(row.base_customers),
          row.revenue_at_stake === null ? t.withheld : f.money(row.revenue_at_stake),
          row.is_partial ? t.monthToDate : row.is_warming_up ? t.warmingUp : null,
        ]),
    },
  });
}

function rangeText(normal: NormalRange | undefined, {t}: ReportContext): string {
  return normal?.range ? t.countRange(...normal.range) : t.none;
}

/** The most telling true statement: an extreme of at least six months, a run above or below usual, or plainly the count. */
function trendTitle(
  rows: readonly SlideTrendRow[],
  facts: SlideFacts,
  {t, isPartial, isWarmingUp}: ReportContext,
): string {
  if (isWarmingUp) return t.trendTitle.warmingUp;
  if (isPartial) return t.trendTitle.partial(facts.count);
  const earlier = rows.slice(0, -1).filter((row) => !row.is_warming_up);
  const higher = streak(earlier, (row) => row.customers < facts.count);
  const lower = streak(earlier, (row) => row.customers > facts.count);
  if (higher >= 5) return t.trendTitle.highest(higher + 1);
  if (lower >= 5) return t.trendTitle.lowest(lower + 1);
  if (facts.difference === null) return t.trendTitle.plain(facts.count);
  const against = (sign: number) => (row: SlideTrendRow) =>
    row.usual_customers !== null && Math.sign(row.customers - Math.round(row.usual_customers)) === sign;
  if (facts.difference > 0) return t.trendTitle.above(streak(rows, against(1)));
  if (facts.difference < 0) return t.trendTitle.below(streak(rows, against(-1)));
  return t.trendTitle.usual;
}

/** What the marks mean, of those that are there. */
function chartNote(bars: readonly MonthBar[], {t}: ReportContext): Markup {
  return markup`${bars.some((bar) => bar.band) && markup`<i class="swatch band"></i>${t.rangeBand} `}${bars.some((bar) => bar.reference !== null) && markup`<i class="tick"></i>${t.usualTick} `}${
    bars.some((bar) => bar.isHatched) && markup`<i class="swatch hatched"></i>${t.hatched}`
  }`;
}
