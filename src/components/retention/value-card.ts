import {getBuildDocument} from "../build-document.ts";
import {chartCard, responsive} from "../charts/chart-card.ts";
import type {Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {CohortValues, ValuePoint} from "./cohort-values.ts";
import {shareCurves} from "./share-curves.ts";

const TABLED = [0, 3, 6, 12];

/** What the customers of each cohort have brought as they grow older; the one that stands out in colour. */
export function valueCard({cohorts, subject, isOutstanding}: CohortValues, {t, f}: PageContext): Markup {
  const subtitle = t.valueSubtitle;
  if (!subject) return chartCard({title: t.valueNone, subtitle, body: t.retentionTooShort});
  const {cohort, monthNo, value, before, ratio, beforeCurve} = subject;
  const title = isOutstanding
    ? t.valueTitle(cohort.month, monthNo, value, ratio)
    : t.valueUsual(cohort.month, monthNo, value, before);
  const points = (curve: readonly ValuePoint[]) => curve.map((point) => ({x: point.monthNo, share: point.value}));
  const longest = Math.max(...[...cohorts.map((other) => other.points), beforeCurve].map((curve) => curve.length - 1));
  const draw = (width: number) =>
    shareCurves(
      [
        ...cohorts
          .filter((other) => other !== cohort && other.points.length > 1)
          .map((other) => ({points: points(other.points), isSubject: false, isFaint: true, marks: []})),
        {points: points(beforeCurve), isSubject: false, marks: [], name: t.valueBefore},
        {points: points(cohort.points), isSubject: true, marks: [], name: f.monthShortYear(cohort.month)},
      ],
      {
        document: getBuildDocument(),
        f,
        width,
        label: title,
        ticks: [0, 3, 6, 9, 12].filter((no) => no <= longest),
        formatValue: (money) => f.compactMoney(money),
        nameWidth: 76,
      },
    );
  return chartCard({
    className: "cohort-value",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: t.valueNote(cohort.month),
    twin: {
      summary: t.tableTwin,
      caption: subtitle,
      columns: [
        {label: t.cohortMonth},
        {label: t.cohortSize, isNumber: true},
        ...TABLED.map((no) => ({label: `+${no}`, isNumber: true})),
      ],
      rows: cohorts.map((other) => [
        f.monthShortYear(other.month),
        f.integer(other.customers),
        ...TABLED.map((no) => (other.points[no] ? f.money(other.points[no].value) : t.none)),
      ]),
    },
  });
}
