import {findAssociationRules, type Rule} from "../stats/baskets/association-rules.ts";
import {type LevelLines, listLevelLines} from "../stats/baskets/basket-levels.ts";
import {type Baskets, collectBaskets} from "../stats/baskets/baskets.ts";
import {createOwnerTest} from "../stats/baskets/create-owner-test.ts";
import {mineWithin} from "../stats/baskets/mine-within.ts";
import {mapInTurns} from "../stats/map-in-turns.ts";
import {defineModel, type ModelRow} from "../warehouse/model.ts";

/** Rules that are kept, of each basis, level and size of the antecedent; and redundant ones beside them. */
const MOST_RULES = 100;
const MOST_REDUNDANT = 50;
/** Items that are looked at: the ones in most baskets. */
const MOST_ITEMS = 500;
/** More itemsets than these are too many to test: the minimum count is doubled. */
const MOST_ITEMSETS = 10_000;

export default defineModel({
  grain:
    "One row per rule: the ones with the highest lift among those that stand for enough customers and are not chance.",
  key: ["basis", "level", "antecedent_no", "second_antecedent_no", "consequent_no"],
  emptyWithout: ["basket_lines"],
  columns: [
    {name: "basis", type: "text", isNullable: false, about: "orders, or customers with all their orders"},
    {name: "level", type: "text", isNullable: false, about: "product, subcategory, category or department"},
    {name: "antecedent_no", type: "integer", isNullable: false, about: "number of the first item of the antecedent"},
    {name: "second_antecedent_no", type: "integer", isNullable: false, about: "number of the second one; −1: none"},
    {name: "consequent_no", type: "integer", isNullable: false, about: "number of the item that is bought too"},
    {name: "baskets", type: "integer", isNullable: false, about: "orders or customers in all"},
    {name: "count", type: "integer", isNullable: false, about: "orders or customers with both sides"},
    {name: "antecedent_count", type: "integer", isNullable: false, about: "those with the antecedent"},
    {name: "consequent_count", type: "integer", isNullable: false, about: "those with the consequent"},
    {name: "support", type: "number", isNullable: false, about: "count by baskets"},
    {name: "confidence", type: "number", isNullable: false, about: "count by antecedent_count"},
    {name: "lift", type: "number", isNullable: false, about: "confidence by the consequent's support"},
    {name: "leverage", type: "number", isNullable: false, about: "support less what independence would give"},
    {name: "conviction", type: "number", isNullable: true, about: "null: never wrong"},
    {name: "zhang", type: "number", isNullable: false, about: "Zhang's metric, −1 to 1"},
    {name: "p_value", type: "number", isNullable: false, about: "Fisher's exact test, one-sided"},
    {
      name: "adjusted_p_value",
      type: "number",
      isNullable: false,
      about: "by Benjamini and Hochberg, among all rules tested",
    },
    {name: "is_redundant", type: "boolean", isNullable: false, about: "one of the two items alone does as well"},
  ],
  inputs: ["basket_lines", "basket_products"],
  options: ({privacy, baskets}) => [privacy.minCustomers, baskets],
  async rows({config, integers}) {
    const [orderOf, productOf, personOf] = await integers(
      "SELECT CAST(order_no AS INTEGER), CAST(product_no AS INTEGER), CAST(coalesce(person_no, -1) AS INTEGER) FROM basket_lines",
    );
    const numbers = await integers(
      `SELECT CAST(product_no AS INTEGER), CAST(coalesce(subcategory_no, -1) AS INTEGER), CAST(coalesce(category_no, -1) AS INTEGER),
        CAST(coalesce(department_no, -1) AS INTEGER)
      FROM basket_products ORDER BY product_no`,
    );
    const orders = largest(orderOf!) + 1;
    const ownerOf = new Int32Array(orders);
    orderOf!.forEach((order, line) => {
      ownerOf[order] = personOf![line]!;
    });
    const customers = numberCustomers(personOf!);
    const limits = {
      minCustomers: config.privacy.minCustomers,
      // Below these a lift is mostly chance, even where the test says that it is not all chance.
      minCount: Math.max(config.privacy.minCustomers, config.baskets.minCount),
      minSupport: config.baskets.minSupport,
    };
    const tasks = listLevelLines(productOf!, numbers).flatMap((lines) => [
      () => ruleOrders(lines, orderOf!, ownerOf, limits),
      () => ruleCustomers(lines, customers, limits),
    ]);
    return (await mapInTurns(tasks, (task) => task())).flat();
  },
});

interface Limits {
  minCustomers: number;
  minCount: number;
  minSupport: number;
}

function ruleOrders(
  {level, lines, itemOf, itemCount}: LevelLines,
  orderOf: Int32Array,
  ownerOf: Int32Array,
  limits: Limits,
) {
  const baskets = collectBaskets(
    lines.map((line) => orderOf[line]!),
    itemOf,
    ownerOf.length,
    itemCount,
  );
  // In a shop that knows no customer, every order is somebody's.
  const owners = ownerOf.some((owner) => owner >= 0) ? ownerOf : ownerOf.map((_, order) => order);
  const isOfEnough = createOwnerTest(baskets, owners, limits.minCustomers);
  const isShown = ({antecedent, consequent}: Rule) => isOfEnough([...antecedent, consequent]);
  return toRows("orders", level, ownerOf.length, findRules(baskets, limits), isShown);
}

function ruleCustomers({level, lines, itemOf, itemCount}: LevelLines, customers: Customers, limits: Limits) {
  // Customers come in the order of their numbers, and guests, who have none, are basket 0 until it is cut off.
  const {offsets, items} = collectBaskets(
    lines.map((line) => customers.ofLine[line]!),
    itemOf,
    customers.count + 1,
    itemCount,
  );
  const guests = offsets[1]!;
  const baskets = {offsets: offsets.subarray(1).map((end) => end - guests), items: items.subarray(guests), itemCount};
  return toRows("customers", level, customers.count, findRules(baskets, limits));
}

interface Customers {
  /** Number of each line's customer from 1; 0 for a guest. */
  ofLine: Int32Array;
  count: number;
}

function numberCustomers(personOf: Int32Array): Customers {
  const numberOf = new Int32Array(largest(personOf) + 1);
  for (const person of personOf) if (person >= 0) numberOf[person] = 1;
  let count = 0;
  for (let person = 0; person < numberOf.length; person++) if (numberOf[person] === 1) numberOf[person] = ++count;
  return {ofLine: personOf.map((person) => (person < 0 ? 0 : numberOf[person]!)), count};
}

function findRules(baskets: Baskets, {minCount, minSupport}: Limits): Rule[] {
  const least = Math.max(minCount, Math.ceil(minSupport * (baskets.offsets.length - 1)));
  const rules = findAssociationRules(
    mineWithin(baskets, {minCount: least, maxItems: 3, mostItems: MOST_ITEMS, mostItemsets: MOST_ITEMSETS}),
  );
  return rules.filter(({lift, adjustedPValue}) => lift > 1 && adjustedPValue <= 0.05);
}

function toRows(
  basis: string,
  level: string,
  baskets: number,
  rules: readonly Rule[],
  isShown: (rule: Rule) => boolean = () => true,
): ModelRow[] {
  const take = (most: number, size: number, isRedundant: boolean) => {
    const shown: Rule[] = [];
    for (const rule of rules) {
      if (rule.antecedent.length !== size || rule.isRedundant !== isRedundant) continue;
      if (shown.length === most) break;
      if (isShown(rule)) shown.push(rule);
    }
    return shown;
  };
  // An antecedent of one thing has no part that could do as well.
  const kept = [...take(MOST_RULES, 1, false), ...take(MOST_RULES, 2, false), ...take(MOST_REDUNDANT, 2, true)];
  return kept.map((rule) => ({
    basis,
    level,
    antecedent_no: rule.antecedent[0]!,
    second_antecedent_no: rule.antecedent[1] ?? -1,
    consequent_no: rule.consequent,
    baskets,
    count: rule.count,
    antecedent_count: rule.antecedentCount,
    consequent_count: rule.consequentCount,
    support: rule.support,
    confidence: rule.confidence,
    lift: rule.lift,
    leverage: rule.leverage,
    conviction: Number.isFinite(rule.conviction) ? rule.conviction : null,
    zhang: rule.zhang,
    p_value: rule.pValue,
    adjusted_p_value: rule.adjustedPValue,
    is_redundant: rule.isRedundant,
  }));
}

function largest(numbers: Int32Array): number {
  return numbers.reduce((most, number) => Math.max(most, number), -1);
}
