import {chartCard} from "../../charts/chart-card.ts";
import {type Markup, markup} from "../../markup.ts";
import type {PageContext} from "../../page-context.ts";
import type {BasketLevel, BasketSequenceRow} from "../basket-rows.ts";
import {markNames} from "../mark-names.ts";
import {saySequence} from "./sequence-words.ts";
import {timingBars} from "./timing-bars.ts";

const MOST_SENTENCES = 6;
const MOST_BARS = 8;
const MOST_ROWS = 25;
const spans = [30, 60, 90] as const;

type NameOf = (level: BasketLevel, item: string) => string;

/**
 * The sequences of one level: sentences, when the second purchase comes, and the figures.
 *
 * @param rows sequences of the level, at least one, the highest lift first
 */
export function sequenceCards(rows: readonly BasketSequenceRow[], nameOf: NameOf, context: PageContext): Markup {
  const {t, f} = context;
  const [first] = rows as [BasketSequenceRow, ...BasketSequenceRow[]];
  const level = t.basketLevels[first.level];
  const nameBoth = ({before, after}: BasketSequenceRow) =>
    markNames(`${nameOf(first.level, before)} → ${nameOf(first.level, after)}`);
  const list = chartCard({
    className: "sentences",
    title: t.sequenceListTitle,
    subtitle: t.sequenceListSubtitle(level),
    body: markup`<ul>${rows.slice(0, MOST_SENTENCES).map(
      (
        row,
      ) => markup`<li>${saySequence(row, nameOf, context)} <span class="detail">${t.sequenceDetail(row.count, row.before_count)}</span></li>
`,
    )}</ul>`,
  });
  const {sequence, count, confidence, lift, median, within} = t.sequenceColumns;
  const timing = chartCard({
    className: "sequence-timing",
    title: markNames(
      t.timingTitle(nameOf(first.level, first.before), nameOf(first.level, first.after), first.share_30_days),
    ),
    subtitle: t.timingSubtitle,
    body: [
      markup`<p class="key">${t.timingKeys.map((key, i) => markup`<span><i class="swatch span-${i + 1}"></i>${key}</span>`)}</p>`,
      timingBars(
        rows.slice(0, MOST_BARS).map((row) => ({
          label: nameBoth(row),
          shares: listShares(row),
          text: listShares(row)
            .map((share) => f.percent(share))
            .join(" · "),
          detail: t.timingMedian(Math.ceil(row.median_gap_days)),
        })),
        {caption: t.timingSubtitle, columns: [sequence, t.share]},
      ),
    ],
    note: t.timingNote,
    twin: {
      summary: t.tableTwin,
      caption: t.sequenceListSubtitle(level),
      columns: [
        {label: sequence},
        {label: count, isNumber: true},
        {label: confidence, isNumber: true},
        {label: lift, isNumber: true},
        {label: median, isNumber: true},
        ...spans.map((days) => ({label: within.replace("#", String(days)), isNumber: true})),
      ],
      rows: rows
        .slice(0, MOST_ROWS)
        .map((row) => [
          nameBoth(row),
          f.integer(row.count),
          f.percent(row.confidence),
          f.decimal(row.lift, 2),
          f.decimal(row.median_gap_days, Number.isInteger(row.median_gap_days) ? 0 : 1),
          ...listShares(row).map((share) => f.percent(share)),
        ]),
    },
  });
  return markup`<div class="row even">${list}${timing}</div>`;
}

function listShares(row: BasketSequenceRow): [number, number, number] {
  return [row.share_30_days, row.share_60_days, row.share_90_days];
}
