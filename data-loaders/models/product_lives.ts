import {matchLives, type NamedItem} from "../config/match-lives.ts";
import {listLevelLines} from "../stats/baskets/basket-levels.ts";
import {duePeriods} from "../stats/baskets/due-state.ts";
import {keepMostBought} from "../stats/baskets/keep-most-bought.ts";
import {findProductLives} from "../stats/baskets/product-life.ts";
import {mapInTurns} from "../stats/map-in-turns.ts";
import {defineModel, type ModelContext} from "../warehouse/model.ts";

/** Products and categories of a level that are looked at: those with most lines, and those whose life the shop gives. */
const MOST_ITEMS = 100;
/** Of the bootstrap; fewer where more than so many customers would be drawn. */
const REPLICATES = 200;
const MOST_DRAWS = 4_000_000;

export default defineModel({
  grain: "One row per product and category that customers buy: how long it lasts until they buy it again.",
  key: ["level", "item_no"],
  emptyWithout: ["basket_lines"],
  columns: [
    {name: "level", type: "text", isNullable: false, about: "product, subcategory or category"},
    {name: "item_no", type: "integer", isNullable: false, about: "number of the item at its level"},
    {name: "customers", type: "integer", isNullable: false, about: "who bought it"},
    {name: "repeaters", type: "integer", isNullable: false, about: "who bought it on a second day"},
    {name: "gaps", type: "integer", isNullable: false, about: "completed gaps between purchase days"},
    {name: "median_days", type: "number", isNullable: true, about: "Kaplan–Meier median; null: fewer than 30 gaps"},
    {name: "low_days", type: "number", isNullable: true, about: "lower end of its 95 % interval"},
    {name: "high_days", type: "number", isNullable: true, about: "upper end"},
    {name: "life_days", type: "number", isNullable: true, about: "what holds: the shop's own figure, else the median"},
    {name: "is_overridden", type: "boolean", isNullable: false, about: "life_days are the shop's own"},
    {name: "on_time_gaps", type: "integer", isNullable: false, about: "completed gaps within 15 % of life_days"},
    {name: "long_overdue", type: "integer", isNullable: true, about: "customers who bought it two lives ago or more"},
    {name: "overdue", type: "integer", isNullable: true, about: "those for whom it was due before, but less long ago"},
    {name: "due", type: "integer", isNullable: true, about: "those for whom it is due, within 15 % of life_days"},
    {name: "next_30", type: "integer", isNullable: true, about: "those for whom it falls due within 30 days"},
    {name: "next_60", type: "integer", isNullable: true, about: "in 31 to 60 days"},
    {name: "next_90", type: "integer", isNullable: true, about: "in 61 to 90 days"},
    {name: "later", type: "integer", isNullable: true, about: "later; null like the six before: life unknown"},
  ],
  inputs: ["basket_lines", "basket_products", "basket_items", "data_span"],
  options: ({productLife}) => productLife,
  async rows({config, integers, query}) {
    const overrides = await findOverrides(config.productLife.overrides, query);
    const [productOf, personOf, dayOf] = await integers(
      `SELECT CAST(product_no AS INTEGER), CAST(person_no AS INTEGER), CAST(date_diff('day', DATE '1970-01-01', ordered_on) AS INTEGER)
      FROM basket_lines WHERE person_no IS NOT NULL`,
    );
    const numbers = await integers(
      `SELECT CAST(product_no AS INTEGER), CAST(coalesce(subcategory_no, -1) AS INTEGER), CAST(coalesce(category_no, -1) AS INTEGER)
      FROM basket_products ORDER BY product_no`,
    );
    const [asOf] = await integers(
      "SELECT CAST(date_diff('day', DATE '1970-01-01', last_day) AS INTEGER) FROM data_span",
    );
    const levels = listLevelLines(productOf!, numbers).map((level) => {
      const known = overrides.get(level.level) ?? new Map<number, number>();
      const {lines, itemOf} = keepMostBought(level, MOST_ITEMS, known.keys());
      const purchases = {
        customerOf: lines.map((line) => personOf![line]!),
        itemOf,
        dayOf: lines.map((line) => dayOf![line]!),
      };
      const options = {asOf: asOf![0]!, replicates: REPLICATES, mostDraws: MOST_DRAWS, overrides: known};
      return mapInTurns(findProductLives(purchases, options), (life) => ({
        level: level.level,
        item_no: life.item,
        customers: life.customers,
        repeaters: life.repeaters,
        gaps: life.gaps,
        median_days: life.medianDays,
        low_days: life.lowDays,
        high_days: life.highDays,
        life_days: life.lifeDays,
        is_overridden: life.isOverridden,
        on_time_gaps: life.onTimeGaps,
        ...Object.fromEntries(duePeriods.map((period) => [period, life.due?.[period] ?? null])),
      }));
    });
    return (await Promise.all(levels)).flat();
  },
});

/** Lives that the shop gives, by level and item number; asks for the items' names only where there are any. */
async function findOverrides(overrides: Readonly<Record<string, number>>, query: ModelContext["query"]) {
  if (Object.keys(overrides).length === 0) return matchLives(overrides, []);
  const items = await query<NamedItem>(
    `SELECT level, CAST(item_no AS INTEGER) AS "itemNo", item FROM basket_items WHERE level <> 'department' ORDER BY 1, 2`,
  );
  return matchLives(overrides, items);
}
