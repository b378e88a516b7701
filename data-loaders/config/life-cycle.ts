import {z} from "zod";

/** A state of the life cycle: key, names and colour. */
export interface LifeCycleState {
  key: string;
  label: {tr: string; en: string};
  colour: string;
}

/** The states of people with so many orders: last order recent, a while ago, long ago. */
type Row = readonly [active: string, passive: string, lost: string];

/** Who is in which state, by orders so far and by days since the last one. */
interface LifeCycle {
  states: readonly LifeCycleState[];
  /** No order yet. */
  none: string;
  one: Row;
  /** More than one order, but fewer than `loyalOrders`. */
  few: Row;
  many: Row;
}

const state = (key: string, tr: string, en: string, colour: string): LifeCycleState => ({key, label: {tr, en}, colour});

const presets = {
  mudavim: {
    states: [
      state("potential", "Potansiyel", "Potential", "#B8B8BD"),
      state("new", "Yeni", "New", "#2A9D8F"),
      state("active", "Aktif", "Active", "#2F7FB8"),
      state("loyal", "Sadık", "Loyal", "#0F4C81"),
      state("passive", "Pasif", "Passive", "#E59F3C"),
      state("lost", "Kayıp", "Lost", "#9B2226"),
    ],
    none: "potential",
    one: ["new", "passive", "lost"],
    few: ["active", "passive", "lost"],
    many: ["loyal", "passive", "lost"],
  },
  emarsys: {
    states: [
      state("lead", "Aday", "Lead", "#B8B8BD"),
      state("first_time", "İlk kez alan", "First-time buyer", "#2A9D8F"),
      state("active", "Aktif", "Active", "#0F4C81"),
      state("defecting", "Uzaklaşan", "Defecting", "#E59F3C"),
      state("inactive", "İnaktif", "Inactive", "#9B2226"),
    ],
    none: "lead",
    one: ["first_time", "defecting", "inactive"],
    few: ["active", "defecting", "inactive"],
    many: ["active", "defecting", "inactive"],
  },
  rmc: {
    states: [
      state("non_purchase", "Alışverişsiz", "Non-purchase", "#B8B8BD"),
      state("one_time", "Tek seferlik", "One-time", "#2A9D8F"),
      state("active_repeat", "Aktif tekrarlı", "Active repeat", "#0F4C81"),
      state("at_risk_repeat", "Riskli tekrarlı", "At-risk repeat", "#E59F3C"),
      state("churn", "Kaybedilmiş", "Churn", "#9B2226"),
    ],
    none: "non_purchase",
    one: ["one_time", "one_time", "churn"],
    few: ["active_repeat", "at_risk_repeat", "churn"],
    many: ["active_repeat", "at_risk_repeat", "churn"],
  },
} as const satisfies Record<string, LifeCycle>;

const presetNames = Object.keys(presets) as (keyof typeof presets)[];

/** The life cycle; states in docs/definitions.md. */
export const lifeCycleSchema = z
  .strictObject({
    /** Whose states: this report's own, or those of another system. */
    preset: z.enum(presetNames).default("mudavim"),
    /** Most days since the last order of somebody who is active. */
    activeDays: z.int().min(1).default(90),
    /** Most days since the last order of somebody who is not lost yet. */
    lostDays: z.int().min(1).default(365),
    /** Orders that make a loyal customer. */
    loyalOrders: z.int().min(2).default(4),
  })
  .refine(({activeDays, lostDays}) => activeDays < lostDays, {
    path: ["lostDays"],
    message: "expected more days than activeDays",
  });

/** The states of a preset, in their order. */
export function listLifeCycleStates({preset}: z.output<typeof lifeCycleSchema>): readonly LifeCycleState[] {
  return presets[preset].states;
}

/** Which state each kind of customer is in, as parameters of SQL: `life_cycle_few_passive` … */
export function listLifeCycleParameters(options: z.output<typeof lifeCycleSchema>): Record<string, string | number> {
  const cycle: LifeCycle = presets[options.preset];
  const rows = (["one", "few", "many"] as const).flatMap((row) =>
    ["active", "passive", "lost"].map((age, i): [string, string] => [`life_cycle_${row}_${age}`, cycle[row][i]!]),
  );
  return {
    life_cycle_active_days: options.activeDays,
    life_cycle_lost_days: options.lostDays,
    life_cycle_loyal_orders: options.loyalOrders,
    life_cycle_none: cycle.none,
    ...Object.fromEntries(rows),
  };
}
