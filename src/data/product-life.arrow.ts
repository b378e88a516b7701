import {type DuePeriod, defineTable, duePeriods, withholdSmall} from "../../data-loaders/published.ts";

type LifeRow = Record<DuePeriod, number | null> & {
  level: string;
  item: string;
  name: string | null;
  customers: number;
  repeaters: number;
  gaps: number;
  median_days: number | null;
  low_days: number | null;
  high_days: number | null;
  life_days: number | null;
  is_overridden: boolean;
  on_time_gaps: number;
};

const people = (name: DuePeriod, about: string) => ({name, type: "integer" as const, isNullable: true, about});

export default defineTable({
  grain:
    "One row per product and category: how long it lasts until it is bought again, and for how many customers it falls due when. Of each level the hundred that are bought most, and those whose life the shop gives; none has fewer customers than the privacy limit.",
  key: ["level", "item"],
  columns: [
    {name: "level", type: "text", isNullable: false, about: "product, subcategory or category"},
    {name: "item", type: "text", isNullable: false, about: "product_id, or the category with those above it"},
    {name: "name", type: "text", isNullable: true, about: "name of the product; null for a category"},
    {name: "customers", type: "integer", isNullable: false, about: "who bought it"},
    {
      name: "repeaters",
      type: "integer",
      isNullable: true,
      about: "who bought it on a second day; null: withheld, too few people",
    },
    {name: "repeat_share", type: "number", isNullable: true, about: "repeaters by customers; null: withheld"},
    {
      name: "gaps",
      type: "integer",
      isNullable: true,
      about: "completed gaps between purchase days; null: fewer repeaters than the privacy limit",
    },
    {
      name: "median_days",
      type: "number",
      isNullable: true,
      about: "Kaplan–Meier median of the gaps of those who repeat; null: too few gaps",
    },
    {name: "low_days", type: "number", isNullable: true, about: "lower end of its 95 % interval"},
    {name: "high_days", type: "number", isNullable: true, about: "upper end"},
    {name: "life_days", type: "number", isNullable: true, about: "what holds: the shop's own figure, else the median"},
    {name: "life_source", type: "text", isNullable: true, about: "observed or override; null: no life is known"},
    {
      name: "on_time_share",
      type: "number",
      isNullable: true,
      about: "share of the completed gaps within 15 % of life_days; a tenth where it is bought by chance",
    },
    people("long_overdue", "customers who bought it two lives ago or more; null: no life is known, or withheld"),
    people("overdue", "those for whom it was due before, but less long ago; null likewise"),
    people("due", "those for whom it is due, within 15 % of life_days"),
    people("next_30", "those for whom it falls due within 30 days"),
    people("next_60", "in 31 to 60 days"),
    people("next_90", "in 61 to 90 days"),
    people("later", "later than that"),
  ],
  inputs: ["product_lives", "basket_items"],
  options: ({privacy}) => privacy.minCustomers,
  async rows({config, query}) {
    const k = config.privacy.minCustomers;
    const counts = ["customers", "repeaters", "gaps", "on_time_gaps", ...duePeriods];
    const rows = await query<LifeRow>(
      `SELECT l.level, i.item, i.name, median_days, low_days, high_days, life_days, is_overridden,
         ${counts.map((name) => `CAST(${name} AS INTEGER) AS ${name}`).join(", ")}
       FROM product_lives l
       JOIN basket_items i ON i.level = l.level AND i.item_no = l.item_no
       ORDER BY l.level, i.item`,
    );
    return rows.filter(({customers}) => customers >= k).map((row) => publish(row, k));
  },
});

function publish(row: LifeRow, k: number) {
  const {level, item, name, customers, repeaters, gaps, median_days, low_days, high_days, is_overridden} = row;
  const isTold = repeaters >= k;
  const observed = isTold ? {gaps, median_days, low_days, high_days} : null;
  const shown = withholdSmall({repeaters, others: customers - repeaters}, k).repeaters;
  const life_days = is_overridden ? row.life_days : (observed?.median_days ?? null);
  const due = Object.fromEntries(duePeriods.map((period) => [period, row[period] ?? 0])) as Record<DuePeriod, number>;
  return {
    level,
    item,
    name,
    customers,
    repeaters: shown,
    repeat_share: shown === null ? null : shown / customers,
    gaps: observed?.gaps ?? null,
    median_days: observed?.median_days ?? null,
    low_days: observed?.low_days ?? null,
    high_days: observed?.high_days ?? null,
    life_days,
    life_source: life_days === null ? null : is_overridden ? "override" : "observed",
    on_time_share: isTold && life_days !== null && gaps > 0 ? row.on_time_gaps / gaps : null,
    ...(life_days === null ? Object.fromEntries(duePeriods.map((period) => [period, null])) : withholdSmall(due, k)),
  };
}
