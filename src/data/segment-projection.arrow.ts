import {
  addMonths,
  defineTable,
  drawResamples,
  projectSizes,
  RandomStream,
  type Transition,
} from "../../data-loaders/published.ts";

const HORIZONS = [1, 2, 3];
/** Transitions that a projection is made from: a whole year, so that each season is in it once. */
const FITTED = 12;
/** Months whose projections are held against what came; more would tell little of today. */
const TESTED = 24;
const REPLICATES = 1000;

export default defineTable({
  grain:
    "One row per month, horizon and state: the people expected in it, projected from the snapshot that many months before, with what is known up to then; and the people who are in it, where the month is over.",
  key: ["month", "horizon_months", "segment"],
  columns: [
    {name: "month", type: "date", isNullable: false, about: "first day of the month at whose end they are expected"},
    {name: "horizon_months", type: "integer", isNullable: false, about: "months that it is projected ahead: 1, 2 or 3"},
    {name: "segment", type: "text", isNullable: false, about: "segment or pool state"},
    {name: "expected", type: "number", isNullable: false, about: "people expected"},
    {name: "lower", type: "number", isNullable: false, about: "lower end of the 80 % interval, people"},
    {name: "upper", type: "number", isNullable: false, about: "upper end of the 80 % interval, people"},
    {
      name: "actual",
      type: "integer",
      isNullable: true,
      about: "people in the state; null: the month is yet to come or not over",
    },
  ],
  inputs: ["months", "states", "migrations"],
  async rows({query}) {
    const months = await query<MonthRow>(
      `SELECT CAST(month AS VARCHAR) AS month, is_warming_up AS "isWarmingUp", is_partial AS "isPartial" FROM months ORDER BY month`,
    );
    const full = months.filter((month) => !month.isPartial);
    const firstUsable = full.findIndex((month) => !month.isWarmingUp);
    // Twelve transitions that begin at a snapshot which is not warming up.
    if (firstUsable < 0 || full.length - 1 - firstUsable < FITTED) return [];
    const states = (await query<{key: string}>("SELECT key FROM states WHERE key <> 'unknown' ORDER BY position")).map(
      ({key}) => key,
    );
    const transitions = await readTransitions(query, states);
    const resamples = drawResamples(FITTED, REPLICATES, new RandomStream(1, "projection"));
    const last = full.length - 1;

    return HORIZONS.flatMap((horizon) => {
      const transitionTo = (t: number) => transitions.get(`${full[t]!.month} ${horizon}`)!;
      const firstBase = Math.max(firstUsable + horizon + FITTED - 1, last - TESTED);
      return range(firstBase, last).flatMap((base) => {
        const fitted = range(base - FITTED + 1, base).map(transitionTo);
        const {expected, lower, upper} = projectSizes(
          addUp(transitions.get(`${full[base]!.month} 1`)!, states.length),
          fitted,
          resamples,
        );
        const actual = base + horizon <= last ? addUp(transitionTo(base + horizon), states.length) : undefined;
        return states.map((segment, i) => ({
          month: addMonths(full[base]!.month, horizon),
          horizon_months: horizon,
          segment,
          expected: expected[i]!,
          lower: lower[i]!,
          upper: upper[i]!,
          actual: actual?.[i] ?? null,
        }));
      });
    });
  },
});

interface MonthRow {
  month: string;
  isWarmingUp: boolean;
  isPartial: boolean;
}

type Query = <T>(sql: string) => Promise<T[]>;

/** By `month horizon`, the month of the later snapshot. */
async function readTransitions(query: Query, states: readonly string[]): Promise<Map<string, Transition>> {
  const rows = await query<{name: string; from: string; to: string; customers: number}>(
    `SELECT CAST(month AS VARCHAR) || ' ' || CAST(horizon_months AS VARCHAR) AS name, from_segment AS "from", to_segment AS "to", CAST(customers AS DOUBLE) AS customers
     FROM migrations WHERE horizon_months IN (${HORIZONS.join(", ")}) ORDER BY month, horizon_months, from_segment, to_segment`,
  );
  const placeOf = new Map(states.map((state, i) => [state, i]));
  const transitions = new Map<string, Transition>();
  for (const {name, from, to, customers} of rows) {
    const transition = transitions.get(name) ?? {
      moved: new Float64Array(states.length ** 2),
      arrived: new Float64Array(states.length),
    };
    transitions.set(name, transition);
    const [origin, target] = [placeOf.get(from), placeOf.get(to)!];
    if (origin === undefined) transition.arrived[target] = customers;
    else transition.moved[origin * states.length + target] = customers;
  }
  return transitions;
}

/** Everybody at the later snapshot. */
function addUp({moved, arrived}: Transition, states: number): Float64Array {
  return arrived.map((people, to) =>
    range(0, states - 1).reduce((sum, from) => sum + moved[from * states + to]!, people),
  );
}

function range(first: number, last: number): number[] {
  return Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
}
