import {chartCard} from "../../charts/chart-card.ts";
import {dataTable} from "../../charts/data-table.ts";
import {type Content, type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import {segmentName} from "../../segment-name.ts";
import {isolate} from "../isolate.ts";
import type {getItemNames} from "../item-names.ts";
import {markNames} from "../mark-names.ts";
import type {CrossSellRow} from "./cross-sell-row.ts";

/** What to offer to each segment: what they do not buy yet though those who buy the same do. The best; folded, more. */
export function crossSellCard(
  rows: readonly CrossSellRow[],
  nameOf: ReturnType<typeof getItemNames>,
  context: PageContext,
): Markup {
  const {t, f, names, manifest} = context;
  const subtitle = t.crossSubtitle(manifest.definitions.rfm.windowMonths);
  if (rows.length === 0) return chartCard({title: t.crossNone, subtitle, body: t.crossTooFew});
  const bySegment = names.states.map(({key}) =>
    rows
      .filter(({segment}) => segment === key)
      .sort((a, b) => b.expected_buyers - a.expected_buyers || (a.item < b.item ? -1 : 1)),
  );
  const shown = bySegment.flatMap((own) => own.slice(0, 1));
  const best = [...shown].sort((a, b) => b.expected_buyers - a.expected_buyers)[0]!;
  const columns = [
    {label: t.segment},
    {label: t.crossOffer},
    {label: t.crossBecause},
    {label: t.customers, isNumber: true},
    {label: t.crossConfidence, isNumber: true},
    {label: t.lift, isNumber: true},
  ];
  // A name stands once for the offers of its segment; who hears the table hears it in each row.
  const toRow = (row: CrossSellRow, i: number, all: readonly CrossSellRow[]): Content[] => [
    all[i - 1]?.segment === row.segment
      ? markup`<span class="unseen">${names.label(row.segment)}</span>`
      : segmentName(names.get(row.segment)),
    nameOf(row.level, row.item),
    markNames(
      [row.antecedent, row.second_antecedent]
        .flatMap((item) => (item === null ? [] : isolate(nameOf(row.level, item))))
        .join(" + "),
    ),
    f.integer(row.customers),
    f.percent(row.confidence),
    f.decimal(row.rule_lift),
  ];
  return chartCard({
    className: "cross-sell",
    title: markNames(t.crossTitle(names.label(best.segment), best.customers, isolate(nameOf(best.level, best.item)))),
    subtitle,
    body: dataTable({caption: subtitle, columns, rows: shown.map(toRow)}),
    note: markup`${t.crossNote} ${t.crossExport}`,
    twin: {summary: t.crossTwin, caption: t.crossTwin, columns, rows: bySegment.flat().map(toRow)},
  });
}
