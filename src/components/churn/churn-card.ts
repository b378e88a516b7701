import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import type {Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import {shareCurves} from "../retention/share-curves.ts";
import type {ChurnCurveRow} from "./churn-curve-row.ts";

/** The curve is drawn up to a year of silence. */
const MOST_DAYS = 365;
const MARKED = [30, 60, 90, 180];
/** Those for which a narrow drawing has room. */
const MARKED_NARROW = [30, 90, 180];
/** Fewer gaps say little: a share of 30 is known to within some 18 points. */
const FEWEST_GAPS = 30;
const TABLED = [0, 7, 14, ...Array.from({length: 12}, (_, i) => 30 * (i + 1))];

/** A day of the curve, where enough gaps reached it. */
export interface KnownChurn {
  days: number;
  gaps: number;
  silent: number;
  churn: number;
}

/** The days about which the curve says something. */
export function getKnownChurn(rows: readonly ChurnCurveRow[]): KnownChurn[] {
  return rows.flatMap(({days, gaps, silent, churn}) =>
    gaps === null || gaps < FEWEST_GAPS || silent === null || churn === null ? [] : [{days, gaps, silent, churn}],
  );
}

/** How many of those who have been silent for some days stay so for 90 more. */
export function churnCard(rows: readonly ChurnCurveRow[], {t, f}: PageContext): Markup {
  const known = getKnownChurn(rows).filter(({days}) => days <= MOST_DAYS);
  const marked = known.filter(({days}) => MARKED.includes(days));
  const subtitle = t.churnSubtitle;
  if (marked.length < 2) return chartCard({title: t.churnNone, subtitle, body: t.retentionTooShort});
  const [first, last] = [marked[0]!, marked.at(-1)!];
  const title = t.churnTitle(first.days, first.churn, last.days, last.churn);
  const points = known.map(({days, churn}) => ({x: days, share: churn}));
  const draw = (width: number, marks: readonly number[]) =>
    shareCurves([{points, isSubject: true, marks}], {
      document: getBuildDocument(),
      f,
      width,
      label: title,
      ticks: [0, ...marked.map(({days}) => days).filter((days) => marks.includes(days))],
    });
  return chartCard({
    className: "churn-curve",
    title,
    subtitle,
    body: responsive(draw(560, MARKED), draw(360, MARKED_NARROW)),
    note: t.churnNote,
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.churnDays, isNumber: true},
        {label: t.churnGaps, isNumber: true},
        {label: t.churnSilent, isNumber: true},
        {label: t.share, isNumber: true},
      ],
      rows: known
        .filter(({days}) => TABLED.includes(days))
        .map(({days, gaps, silent, churn}) => [f.integer(days), f.integer(gaps), f.integer(silent), f.percent(churn)]),
    },
  });
}
