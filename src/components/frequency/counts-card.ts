import {chartCard, responsive} from "../charts/chart-card.ts";
import type {Markup} from "../markup.ts";
import type {PageContext} from "../page-context.ts";
import type {EventCountRow} from "../retention/retention-rows.ts";
import {countBars} from "./count-bars.ts";

const YEAR = 365;
const SPANS = [90, 365, 0];
const EVENTS = ["order", "visit", "open"] as const;

/** How many of the year's customers ordered once, and how many three times or more. */
export interface YearCounts {
  customers: number;
  /** Share of those who ordered once. */
  once: number;
  /** Share of those who ordered three times or more; null where the classes end before. */
  often: number | null;
}

/** What the last 365 days' orders come to; undefined without any. */
export function getYearCounts(rows: readonly EventCountRow[]): YearCounts | undefined {
  const own = rows.filter((row) => row.event === "order" && row.span_days === YEAR);
  const customers = own.reduce((sum, row) => sum + row.customers, 0);
  const once = own.find((row) => row.events === 1 && !row.is_open)?.customers;
  if (once === undefined) return undefined;
  const often = own.filter((row) => row.events >= 3);
  const isCut = own.some((row) => row.is_open && row.events < 3);
  return {
    customers,
    once: once / customers,
    often: isCut ? null : often.reduce((sum, row) => sum + row.customers, 0) / customers,
  };
}

/** How often customers ordered in the last 365 days; other spans, and visits and opened messages, in the table. */
export function countsCard(rows: readonly EventCountRow[], {t, f}: PageContext): Markup {
  const subtitle = t.countsSubtitle;
  const own = rows.filter((row) => row.event === "order" && row.span_days === YEAR);
  const year = getYearCounts(rows);
  if (!year || own.length < 2) return chartCard({title: t.countsNone, subtitle, body: t.retentionTooFew});
  const title = t.countsTitle(year.once, year.often);
  const name = ({events, is_open}: EventCountRow) => `${f.integer(events)}${is_open ? "+" : ""}`;
  const nameAt = (events: number) => name(own.find((row) => row.events === events)!);
  const draw = (width: number) =>
    countBars(
      own.map((row) => ({
        x: row.events,
        count: row.customers,
        title: `${name(row)}: ${f.integer(row.customers)}`,
        isSubject: row.events === 1,
      })),
      {f, width, label: title, ticks: own.map((row) => row.events), formatTick: nameAt, hasCounts: width > 400},
    );
  const columns = EVENTS.flatMap((event) =>
    SPANS.filter((span) => rows.some((row) => row.event === event && row.span_days === span)).map((span) => ({
      event,
      span,
    })),
  );
  const most = Math.max(...rows.map((row) => row.events));
  return chartCard({
    className: "event-counts",
    title,
    subtitle,
    body: responsive(draw(560), draw(360)),
    note: t.countsNote(year.customers),
    twin: {
      summary: t.countsTwin,
      caption: t.countsTwinCaption,
      columns: [
        {label: t.countsEvents},
        ...columns.map(({event, span}) => ({label: t.countsColumn(event, span), isNumber: true})),
      ],
      rows: Array.from({length: most}, (_, i) => [
        f.integer(i + 1),
        ...columns.map(({event, span}) => {
          const row = rows.find((other) => other.event === event && other.span_days === span && other.events === i + 1);
          return row ? `${f.integer(row.customers)}${row.is_open ? "+" : ""}` : "";
        }),
      ]),
    },
  });
}
