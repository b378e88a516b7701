import {chartCard} from "../charts/chart-card.ts";
import {dataTable} from "../charts/data-table.ts";
import {sparkline} from "../charts/sparkline.ts";
import {type Markup, markup} from "../markup.ts";
import {monthDate, monthOf, monthsUntil} from "../month.ts";
import type {LifeCycleRow} from "./monthly-rows.ts";
import type {ReportContext} from "./report-data.ts";

const shown = 13;

/** Where customers stand between their first order and being lost: counts, change, what they bought, thirteen months. */
export function lifeCycle(rows: readonly LifeCycleRow[], context: ReportContext): Markup {
  const {t, f, lang, month, previous, manifest} = context;
  const cycle = manifest.definitions.lifeCycle;
  const end = monthDate(month);
  const sizes = new Map(
    rows.filter((row) => row.from_state === null).map((row) => [`${row.state} ${monthOf(row.month)}`, row]),
  );
  const flow = rows.filter((row) => row.from_state !== null && row.month.getTime() === end.getTime());
  const months = monthsUntil(month, shown);
  const states = cycle.states.map(({key, label, colour}) => {
    const history = months.flatMap((m) => sizes.get(`${key} ${m}`) ?? []);
    const now = sizes.get(`${key} ${month}`);
    const before = sizes.get(`${key} ${previous}`);
    const came = sum(flow.filter((row) => row.state === key && row.from_state !== key));
    const left = sum(flow.filter((row) => row.from_state === key && row.state !== key));
    return {name: label[lang], colour, history, now, before, came, left};
  });
  const grown = states.filter(({before}) => before).toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)))[0];
  return chartCard({
    className: "life-cycle",
    title: grown ? t.lifeCycleTitle(grown.name, change(grown), grown.now?.customers ?? 0) : t.lifeCyclePlain,
    subtitle: t.lifeCycleSubtitle,
    body: dataTable({
      caption: t.lifeCycleSubtitle,
      columns: [
        {label: t.state},
        {label: t.customers, isNumber: true},
        {label: t.change, isNumber: true},
        {label: t.lifeCycleCame, isNumber: true},
        {label: t.lifeCycleLeft, isNumber: true},
        {label: t.lifeCycleRevenue, isNumber: true},
        {label: t.lifeCycleMonths(months.length)},
      ],
      rows: states.map((state) => [
        markup`<span class="segment"><i style="--c:${state.colour}"></i>${state.name}</span>`,
        f.integer(state.now?.customers ?? 0),
        state.before ? f.signed(change(state)) : t.none,
        state.before ? f.integer(state.came) : t.none,
        state.before ? f.integer(state.left) : t.none,
        state.now?.net_revenue === null || !state.now ? t.withheld : f.compactMoney(state.now.net_revenue),
        state.history.length > 1 &&
          sparkline(
            state.history.map((row) => ({value: row.customers, isTentative: false})),
            {
              label: t.sparklineLabel(
                f.integer(state.history[0]!.customers),
                f.integer(state.now?.customers ?? 0),
                state.history.length,
              ),
              area: true,
              colour: state.colour,
            },
          ),
      ]),
    }),
    note: t.lifeCycleNote(cycle),
  });
}

function change({now, before}: {now?: LifeCycleRow | undefined; before?: LifeCycleRow | undefined}): number {
  return (now?.customers ?? 0) - (before?.customers ?? 0);
}

function sum(rows: readonly LifeCycleRow[]): number {
  return rows.reduce((total, row) => total + row.customers, 0);
}
