import type {Content} from "../markup.ts";
import {markup} from "../markup.ts";
import {type Month, monthDate, monthsUntil} from "../month.ts";
import type {PageContext} from "../page-context.ts";
import type {LifeCycleRow} from "../report/monthly-rows.ts";
import {segmentName} from "../segment-name.ts";
import type {SegmentSizeRow} from "../segment-rows.ts";
import type {RfmScoreRow} from "./census-rows.ts";

/** One automatic segment: its name, and its people at the end of each month that it is shown for, oldest first. */
export interface CensusEntry {
  name: Content;
  label: string;
  colour: string;
  history: {customers: number; isTentative: boolean}[];
}

/** Segments that together hold everybody of a kind once. */
export interface CensusList {
  key: "segments" | "lifeCycle" | "tier" | "sum" | "engagement_buyers" | "engagement_prospects";
  entries: CensusEntry[];
}

export interface CensusTables {
  sizes: readonly SegmentSizeRow[];
  lifeCycle: readonly LifeCycleRow[];
  scores: readonly RfmScoreRow[];
}

/** Scores have no colour of their own. */
const SCORE_COLOUR = "#2F7FB8";

/** Months that a segment's history shows. */
const shown = 13;

/** Every list of automatic segments that the shop's data gives, at the newest month. */
export function getCensusLists({sizes, lifeCycle, scores}: CensusTables, context: PageContext): CensusList[] {
  const {t, lang, names, manifest} = context;
  const months = monthsUntil(manifest.months.at(-1)!, shown).filter((month) => manifest.months.includes(month));
  const states = indexByMonth(sizes, ({segment}) => segment);
  const warming = new Set(sizes.filter((row) => row.is_warming_up).map((row) => row.month.getTime()));
  const stages = indexByMonth(
    lifeCycle.filter((row) => row.from_state === null),
    ({state}) => state,
  );
  const values = indexByMonth(scores, ({measure, value}) => `${measure} ${value}`);
  const historyOf = (rows: ReadonlyMap<string, number>, key: string) =>
    months.map((month) => ({
      customers: rows.get(place(month, key)) ?? 0,
      isTentative: warming.has(monthDate(month).getTime()),
    }));
  const scored = (measure: RfmScoreRow["measure"]): CensusList => ({
    key: measure,
    entries: listValues(scores, measure).map((value) => {
      const label = measure === "tier" ? t.tierNames[value as keyof typeof t.tierNames] : t.censusScore(measure, value);
      return {name: label, label, colour: SCORE_COLOUR, history: historyOf(values, `${measure} ${value}`)};
    }),
  });
  const lists: CensusList[] = [
    {
      key: "segments",
      entries: names.states
        .filter(({key}) => key !== "unknown")
        .map((state) => ({
          name: segmentName(state),
          label: state.label,
          colour: state.colour,
          history: historyOf(states, state.key),
        })),
    },
    {
      key: "lifeCycle",
      entries: manifest.definitions.lifeCycle.states.map(({key, label, colour}) => ({
        name: markup`<span class="segment"><i style="--c:${colour}"></i>${label[lang]}</span>`,
        label: label[lang],
        colour,
        history: historyOf(stages, key),
      })),
    },
    scored("tier"),
    scored("sum"),
    scored("engagement_buyers"),
    scored("engagement_prospects"),
  ];
  return lists.filter(({entries}) => entries.length > 0);
}

/** People now, and the change since a month before, if there was one. */
export function countNow({history}: CensusEntry): {customers: number; change: number | undefined} {
  const now = history.at(-1)?.customers ?? 0;
  const before = history.at(-2)?.customers;
  return {customers: now, change: before === undefined ? undefined : now - before};
}

/** Values of a measure, the highest first. */
function listValues(scores: readonly RfmScoreRow[], measure: RfmScoreRow["measure"]): string[] {
  const places = new Map(scores.filter((row) => row.measure === measure).map((row) => [row.value, row.position]));
  return [...places].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

function indexByMonth<T extends {month: Date; customers: number}>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): Map<string, number> {
  return new Map(rows.map((row) => [`${row.month.getTime()} ${keyOf(row)}`, row.customers]));
}

function place(month: Month, key: string): string {
  return `${monthDate(month).getTime()} ${key}`;
}
