import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {type Content, type Markup, markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {ChosenModel} from "./chosen-model.ts";
import type {SegmentValueRow, SlidingValueRow} from "./value-rows.ts";

const bands = [1, 2, 3, 4];
/** Bands of customers who have rather not left. */
const likely = 2;

/** Who is sliding, yet has probably not left: the ones for whom it is not too late. */
export function slidingCard(
  rows: readonly SlidingValueRow[],
  segments: readonly SegmentValueRow[],
  chosen: ChosenModel | null,
  {t, f, lang, names, manifest}: PageContext,
): Markup {
  const month = manifest.months.at(-1)!;
  const {to} = manifest.definitions.slide;
  const there = names.labels(to);
  const subtitle = t.slidingSubtitle(there);
  const link = markup`<a href="/${lang}/report/${month}">${t.slidingLink(month)} →</a>`;
  const own = segments.filter(({segment}) => segment !== null && to.includes(segment));
  const sum = (values: readonly (number | null)[]) =>
    values.reduce((all: number | null, value) => (all === null || value === null ? null : all + value), 0);
  const customers = own.reduce((all, row) => all + row.buyers, 0);
  if (!chosen || customers === 0)
    return chartCard({
      title: t.slidingNone,
      subtitle,
      body: markup`<p>${chosen ? t.clvNobody : t.clvNoModel}</p>`,
      note: link,
    });
  const money = (value: number | null) => (value === null ? t.withheld : f.compactMoney(value));
  const count = (value: number | null) => (value === null ? t.withheld : f.integer(value));
  const total = sum(own.map((row) => row.predicted_net_revenue_6_months));
  if (!chosen.isDropoutKnown || rows.length === 0) {
    const purchases = sum(own.map((row) => row.expected_purchases_6_months));
    return chartCard({
      className: "sliding",
      title: t.slidingUnknownTitle(there, customers, total),
      subtitle: t.slidingUnknownSubtitle,
      body: markup`<p>${t.slidingUnknown(customers, purchases)}</p>`,
      note: link,
    });
  }
  const alive = rows.filter(({kind, band}) => kind === "there" && band <= likely);
  const cells = (kind: SlidingValueRow["kind"], band: number): Content[] => {
    const row = rows.find((cell) => cell.kind === kind && cell.band === band);
    return row
      ? [f.integer(row.customers), count(row.expected_purchases_6_months), money(row.predicted_net_revenue_6_months)]
      : ["0", t.none, t.none];
  };
  return chartCard({
    className: "sliding",
    title: t.slidingTitle(
      alive.reduce((all, row) => all + row.customers, 0),
      there,
      customers,
      sum(alive.map((row) => row.predicted_net_revenue_6_months)),
    ),
    subtitle,
    body: dataTable({
      caption: subtitle,
      columns: [
        {label: t.slidingBand},
        {label: t.customers, isNumber: true},
        {label: t.slidingPurchases, isNumber: true},
        {label: t.slidingWorth, isNumber: true},
        {label: t.customers, isNumber: true},
        {label: t.slidingPurchases, isNumber: true},
        {label: t.slidingWorth, isNumber: true},
      ],
      groups: [
        {label: t.slidingSlid(month), columns: 3},
        {label: t.slidingThere, columns: 3},
      ],
      rows: bands.map((band) => [t.slidingBands(band), ...cells("slid", band), ...cells("there", band)]),
    }),
    note: [t.slidingNote, " ", link],
  });
}
