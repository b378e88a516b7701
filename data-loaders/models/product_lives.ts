import {listLevelLines} from "../stats/baskets/basket-levels.ts";
import {keepMostBought} from "../stats/baskets/keep-most-bought.ts";
import {findProductLives} from "../stats/baskets/product-life.ts";
import {defineModel} from "../warehouse/model.ts";

/** Products and categories of a level that are looked at: those with most lines. */
const MOST_ITEMS = 100;
const REPLICATES = 200;

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
    {name: "due_customers", type: "integer", isNullable: false, about: "for whom it is due, within 15 % of the life"},
    {name: "overdue_customers", type: "integer", isNullable: false, about: "for whom it was due before"},
  ],
  inputs: ["basket_lines", "basket_products", "data_span"],
  async rows({integers}) {
    const [productOf, personOf, dayOf] = await integers(
      `SELECT CAST(product_no AS INTEGER), CAST(person_no AS INTEGER), CAST(date_diff('day', DATE '1970-01-01', ordered_on) AS INTEGER)
      FROM basket_lines WHERE person_no IS NOT NULL ORDER BY order_no, product_no`,
    );
    const numbers = await integers(
      `SELECT CAST(product_no AS INTEGER), CAST(coalesce(subcategory_no, -1) AS INTEGER), CAST(coalesce(category_no, -1) AS INTEGER)
      FROM basket_products ORDER BY product_no`,
    );
    const [asOf] = await integers(
      "SELECT CAST(date_diff('day', DATE '1970-01-01', last_day) AS INTEGER) FROM data_span",
    );
    return listLevelLines(productOf!, numbers).flatMap((level) => {
      const {lines, itemOf} = keepMostBought(level, MOST_ITEMS);
      const purchases = {
        customerOf: lines.map((line) => personOf![line]!),
        itemOf,
        dayOf: lines.map((line) => dayOf![line]!),
      };
      return findProductLives(purchases, {asOf: asOf![0]!, replicates: REPLICATES}).map((life) => ({
        level: level.level,
        item_no: life.item,
        customers: life.customers,
        repeaters: life.repeaters,
        gaps: life.gaps,
        median_days: life.medianDays,
        low_days: life.lowDays,
        high_days: life.highDays,
        due_customers: life.due,
        overdue_customers: life.overdue,
      }));
    });
  },
});
