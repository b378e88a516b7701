import {type SparklinePoint, sparkline} from "../charts/sparkline.ts";
import {type Markup, markup} from "../markup.ts";
import {addMonths, type Month, monthOf, monthsUntil} from "../month.ts";
import {getMoves, isWonBack} from "./moves.ts";
import type {ReportContext, ReportData} from "./report-data.ts";

interface Figure {
  label: string;
  format: (value: number) => string;
  formatChange: (value: number) => string;
  /** A stock is comparable on any day; a flow of a month that is not over is not. */
  isFlow: boolean;
  values: Map<Month, number>;
  /** Months with too little history behind the figure. */
  warmingUp: ReadonlySet<Month>;
}

const shown = 13;

/** Five figures, each with its change on the month before and thirteen months as a line. */
export function keyFigures(data: ReportData, context: ReportContext): Markup {
  const {t} = context;
  return markup`<section class="figures" aria-label="${t.reportKicker}">
${getFigures(data, context).map((figure) => keyFigure(figure, context))}
</section>`;
}

function getFigures(data: ReportData, {f, t, names, month, manifest}: ReportContext): Figure[] {
  const from = manifest.definitions.slide.from;
  const size = (keep: (key: string) => boolean) => {
    const values = new Map<Month, number>();
    for (const row of data.sizes) {
      if (!keep(row.segment)) continue;
      const m = monthOf(row.month);
      values.set(m, (values.get(m) ?? 0) + row.customers);
    }
    return values;
  };
  const wonBack = new Map(
    monthsUntil(month, shown)
      .map((m) => [m, getMoves(data.migration, m, names)] as const)
      .filter(([, moves]) => moves.length > 0)
      .map(([m, moves]) => [
        m,
        moves.filter((move) => isWonBack(move, names)).reduce((sum, move) => sum + move.customers, 0),
      ]),
  );
  const shortWindow = warmingUpMonths(data.sizes);
  const shortLookBack = warmingUpMonths(data.trend);
  const count = {format: f.integer, formatChange: f.signed};
  return [
    {
      label: t.figureCustomers(manifest.definitions.rfm.windowMonths),
      ...count,
      isFlow: false,
      values: size(names.isSegment),
      warmingUp: shortWindow,
    },
    {
      label: names.labels(from).join(" + "),
      ...count,
      isFlow: false,
      values: size((key) => from.includes(key)),
      warmingUp: shortWindow,
    },
    {
      label: t.figureSlides,
      ...count,
      isFlow: true,
      values: new Map(data.trend.map((row) => [monthOf(row.month), row.customers])),
      warmingUp: shortLookBack,
    },
    {label: t.figureWonBack, ...count, isFlow: true, values: wonBack, warmingUp: shortWindow},
    {
      label: t.figureNetRevenue,
      format: f.compactMoney,
      formatChange: f.signedCompactMoney,
      isFlow: true,
      values: new Map(data.sales.map((row) => [monthOf(row.month), row.net_revenue])),
      warmingUp: new Set(),
    },
  ];
}

function keyFigure(figure: Figure, {f, t, month, isPartial}: ReportContext): Markup {
  const {label, format, formatChange, isFlow, values, warmingUp} = figure;
  const previous = addMonths(month, -1);
  const now = values.get(month);
  const before = values.get(previous);
  const change =
    now === undefined || before === undefined
      ? t.firstMonth
      : isPartial && isFlow
        ? t.soFarAgainst(format(before), previous)
        : t.onMonth(
            `${formatChange(now - before)}${before > 0 && now !== before ? ` (${unbroken(f.signedPercent(now / before - 1))})` : ""}`,
            previous,
          );
  const months = monthsUntil(month, shown).filter((m) => values.has(m));
  const points: SparklinePoint[] = months.map((m) => ({
    value: values.get(m)!,
    isTentative: warmingUp.has(m) || (isFlow && isPartial && m === month),
  }));
  const spoken = t.sparklineLabel(format(points[0]?.value ?? 0), format(now ?? 0), points.length);
  return markup`<div class="figure">
<h2>${label}</h2>
<p class="big">${now === undefined ? t.none : format(now)}</p>
<p class="change">${change}</p>
${points.length > 1 && sparkline(points, {label: spoken})}
</div>
`;
}

function warmingUpMonths(rows: readonly {month: Date; is_warming_up: boolean}[]): Set<Month> {
  return new Set(rows.filter((row) => row.is_warming_up).map((row) => monthOf(row.month)));
}

/** Keeps a sign on the line of its percentage. */
function unbroken(text: string): string {
  return text.replace(/^([+−])/, "$1\u2060");
}
