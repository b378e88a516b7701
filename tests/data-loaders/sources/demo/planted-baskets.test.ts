import {beforeAll, describe, expect, it} from "vitest";
import {plantedTruths} from "../../../../data-loaders/sources/demo/planted-truths.ts";
import {daysBetween, demoTexts, groupBy, mean, median, type Row, rowsOf} from "./read-demo.ts";

describe("planted buying habits", () => {
  let products: Map<string, Row>;
  let orders: Map<string, Row>;
  let lines: Row[];
  beforeAll(async () => {
    const texts = await demoTexts({customers: 3000, entities: ["products", "orders", "order_lines"]});
    products = new Map(rowsOf(texts, "products").map((row) => [row.product_id!, row]));
    orders = new Map(rowsOf(texts, "orders").map((row) => [row.order_id!, row]));
    lines = rowsOf(texts, "order_lines");
  });

  it.each(Object.values(plantedTruths.attachments))("$subcategory takes $takes along", ({subcategory, takes}) => {
    const holding = (wanted: string) =>
      new Set(
        lines.filter((line) => products.get(line.product_id!)!.subcategory === wanted).map((line) => line.order_id),
      );
    const [antecedent, consequent] = [holding(subcategory), holding(takes)];
    const both = [...antecedent].filter((order) => consequent.has(order)).length;
    const lift = (both * orders.size) / (antecedent.size * consequent.size);
    expect(lift).toBeGreaterThan(2);
  });

  it.each([plantedTruths.perfume, plantedTruths.insurance])("$category is bought again after $days days", (truth) => {
    const bought = lines.filter((line) => products.get(line.product_id!)!.category === truth.category);
    const byCustomer = groupBy(bought, (line) => orders.get(line.order_id!)!.customer_id!);
    byCustomer.delete("");
    const gaps = [...byCustomer.values()].flatMap((purchases) => {
      const dates = new Set(purchases.map((line) => orders.get(line.order_id!)!.ordered_at!.slice(0, 10)));
      const days = [...dates].sort();
      return days.slice(1).map((day, i) => daysBetween(days[i]!, day));
    });
    expect(gaps.length).toBeGreaterThan(60);
    expect(Math.abs(median(gaps) - truth.days)).toBeLessThanOrEqual(5);
  });

  it("the planted cohort is worth about double", () => {
    const ofCustomer = groupBy(orders.values(), (order) => order.customer_id!);
    ofCustomer.delete("");
    const worth = groupBy(lines, (line) => line.order_id!);
    const firstYear = (cohort: string) =>
      [...ofCustomer.values()]
        .filter((all) => all[0]!.ordered_at!.startsWith(cohort))
        .map((all) => {
          const early = all.filter((order) => daysBetween(all[0]!.ordered_at!, order.ordered_at!) < 365);
          const paid = early.flatMap((order) => worth.get(order.order_id!)!);
          return paid.reduce((sum, line) => sum + Number(line.amount) - Number(line.discount), 0);
        });
    const neighbours = ["2024-12", "2025-01", "2025-02", "2025-04", "2025-05", "2025-06"];
    const ratio = mean(firstYear(plantedTruths.doubleCohort.month)) / mean(neighbours.flatMap(firstYear));
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(2.8);
  });
});
