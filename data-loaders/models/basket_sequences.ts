import {listLevelLines} from "../stats/baskets/basket-levels.ts";
import {collectBaskets} from "../stats/baskets/baskets.ts";
import {keepMostBought} from "../stats/baskets/keep-most-bought.ts";
import {findSequences, type Sequence} from "../stats/baskets/sequences.ts";
import {mapInTurns} from "../stats/map-in-turns.ts";
import {defineModel} from "../warehouse/model.ts";

/** Items of a level that are looked at: those with most lines. */
const MOST_ITEMS = 200;
/** Sequences that are kept of each level. */
const MOST_SEQUENCES = 100;

export default defineModel({
  grain:
    "One row per pair of items of which one is bought after the other more often than by chance: the ones with the highest lift.",
  key: ["level", "before_no", "after_no"],
  emptyWithout: ["basket_lines"],
  columns: [
    {name: "level", type: "text", isNullable: false, about: "product, subcategory or category"},
    {name: "before_no", type: "integer", isNullable: false, about: "number of what is bought first"},
    {name: "after_no", type: "integer", isNullable: false, about: "number of what is bought in a later order"},
    {name: "count", type: "integer", isNullable: false, about: "customers"},
    {name: "before_count", type: "integer", isNullable: false, about: "customers who bought the first thing"},
    {name: "confidence", type: "number", isNullable: false, about: "count by before_count"},
    {
      name: "lift",
      type: "number",
      isNullable: false,
      about: "count by what later orders of these customers bring anyway",
    },
    {name: "median_gap_days", type: "number", isNullable: false, about: "days between the two"},
    {name: "share_30_days", type: "number", isNullable: false, about: "share within 30 days"},
    {name: "share_60_days", type: "number", isNullable: false, about: "share within 60 days"},
    {name: "share_90_days", type: "number", isNullable: false, about: "share within 90 days"},
  ],
  inputs: ["basket_lines", "basket_products"],
  options: ({privacy, baskets}) => [privacy.minCustomers, baskets.minCount],
  async rows({config, integers}) {
    const [orderOf, productOf, personOf, dayOf, minuteOf] = await integers(
      `SELECT CAST(order_no AS INTEGER), CAST(product_no AS INTEGER), CAST(person_no AS INTEGER),
        CAST(date_diff('day', DATE '1970-01-01', ordered_on) AS INTEGER), CAST(minute AS INTEGER)
      FROM basket_lines WHERE person_no IS NOT NULL`,
    );
    const numbers = await integers(
      `SELECT CAST(product_no AS INTEGER), CAST(coalesce(subcategory_no, -1) AS INTEGER), CAST(coalesce(category_no, -1) AS INTEGER)
      FROM basket_products ORDER BY product_no`,
    );
    // Guests come last in the order of numbers, so that the customers' orders have no gap.
    const orders = orderOf!.reduce((most, order) => Math.max(most, order), -1) + 1;
    const ofOrder = (ofLine: Int32Array) => {
      const values = new Int32Array(orders);
      orderOf!.forEach((order, line) => {
        values[order] = ofLine[line]!;
      });
      return values;
    };
    const history = {customerOf: ofOrder(personOf!), dayOf: ofOrder(dayOf!), timeOf: ofOrder(minuteOf!)};
    const minCount = Math.max(config.privacy.minCustomers, config.baskets.minCount);
    const levels = await mapInTurns(listLevelLines(productOf!, numbers), (level) => {
      const {lines, itemOf, itemCount} = keepMostBought(level, MOST_ITEMS);
      const baskets = collectBaskets(
        lines.map((line) => orderOf![line]!),
        itemOf,
        orders,
        itemCount,
      );
      return findSequences({...baskets, ...history}, {minCount, isWanted: isNoChance, most: MOST_SEQUENCES}).map(
        (sequence) => ({
          level: level.level,
          before_no: sequence.before,
          after_no: sequence.after,
          count: sequence.count,
          before_count: sequence.beforeCount,
          confidence: sequence.confidence,
          lift: sequence.lift,
          median_gap_days: sequence.medianGapDays,
          share_30_days: sequence.shareWithin[0]!,
          share_60_days: sequence.shareWithin[1]!,
          share_90_days: sequence.shareWithin[2]!,
        }),
      );
    });
    return levels.flat();
  },
});

/** Three standard deviations of a Poisson count above what is expected. */
function isNoChance({count, expected}: Pick<Sequence, "count" | "expected">): boolean {
  return count > expected && (count - expected) ** 2 > 9 * expected;
}
