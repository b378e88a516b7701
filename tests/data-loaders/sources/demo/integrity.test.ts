import {beforeAll, describe, expect, it} from "vitest";
import {plantedTruths} from "../../../../data-loaders/sources/demo/planted-truths.ts";
import {demoTexts, type Row, rowsOf} from "./read-demo.ts";

const lineKey = (row: Row) => `${row.order_id}/${row.line_no}`;

describe("the demo's files refer to each other", () => {
  const tables = new Map<string, Row[]>();
  const table = (entity: string) => tables.get(entity)!;
  const index = (entity: string, key: (row: Row) => string) => new Map(table(entity).map((row) => [key(row), row]));

  beforeAll(async () => {
    const texts = await demoTexts({customers: 300, seed: 11});
    for (const entity of texts.keys()) tables.set(entity, rowsOf(texts, entity));
  });

  it("every line has an order and a product, every order a line", () => {
    const orders = index("orders", (row) => row.order_id!);
    const products = index("products", (row) => row.product_id!);
    const lines = table("order_lines");
    expect(lines.filter((line) => !orders.has(line.order_id!) || !products.has(line.product_id!))).toEqual([]);
    expect(new Set(lines.map((line) => line.order_id)).size).toBe(orders.size);
    expect(lines.filter((line) => Number(line.discount) > Number(line.amount))).toEqual([]);
  });

  it("nobody orders before registering", () => {
    const customers = index("customers", (row) => row.customer_id!);
    const known = table("orders").filter((order) => order.customer_id !== "");
    const early = known.filter(
      (order) => order.ordered_at!.slice(0, 10) < customers.get(order.customer_id!)!.registered_on!,
    );
    expect(early).toEqual([]);
  });

  it("nobody gets back more than was paid, nor for a cancelled line, nor before ordering", () => {
    const lines = index("order_lines", lineKey);
    const orders = index("orders", (row) => row.order_id!);
    const cancelled = index("cancellations", lineKey);
    expect([...cancelled.keys()].filter((key) => !lines.has(key))).toEqual([]);
    const wrong = table("returns").filter((giveback) => {
      const line = lines.get(lineKey(giveback));
      return (
        line === undefined ||
        cancelled.has(lineKey(giveback)) ||
        Number(giveback.amount) > Number(line.amount) - Number(line.discount) + 0.001 ||
        Number(giveback.amount) < 0 ||
        Number(giveback.quantity) > Number(line.quantity) ||
        giveback.returned_at! <= orders.get(giveback.order_id!)!.ordered_at!
      );
    });
    expect(wrong).toEqual([]);
  });

  it("every other entity names accounts and orders that exist", () => {
    const customers = index("customers", (row) => row.customer_id!);
    const orders = index("orders", (row) => row.order_id!);
    for (const [entity, rows] of tables) {
      const unknown = rows.filter(
        (row) => (row.customer_id && !customers.has(row.customer_id)) || (row.order_id && !orders.has(row.order_id)),
      );
      expect(unknown, entity).toEqual([]);
    }
  });

  it("a click on a message leads to a view of the landing page, five seconds later", () => {
    const landings = table("web_events").filter((event) => event.page === "landing");
    const views = new Set(landings.map((event) => `${event.customer_id} ${Date.parse(event.occurred_at!)}`));
    const {from, to} = plantedTruths.brokenFeed;
    const isRecorded = (day: string) => day >= "2025-11-02" && (day < from || day > to) && day < "2026-10-31";
    const clicks = table("message_events").filter(
      ({event, occurred_at}) => event === "click" && isRecorded(occurred_at!.slice(0, 10)),
    );
    expect(clicks.length).toBeGreaterThan(20);
    const lost = clicks.filter((click) => !views.has(`${click.customer_id} ${Date.parse(click.occurred_at!) + 5000}`));
    expect(lost).toEqual([]);
  });

  it("a late parcel makes complaints and returns for lateness more frequent", () => {
    const delays = new Map(
      table("deliveries")
        .filter((row) => row.actual_on !== "")
        .map((row) => [row.order_id!, (Date.parse(row.actual_on!) - Date.parse(row.promised_on!)) / 86_400_000]),
    );
    const complaints = [...table("calls"), ...table("tickets")].filter((row) => row.reason === "complaint");
    const complained = new Set(complaints.map((row) => row.order_id));
    const share = (late: boolean) => {
      const orders = [...delays].filter(([, delay]) => (late ? delay >= 5 : delay <= 0));
      return orders.filter(([order]) => complained.has(order)).length / orders.length;
    };
    expect(share(true)).toBeGreaterThan(5 * share(false));
    const late = table("returns").filter((row) => row.reason === "late");
    expect(late.filter((row) => (delays.get(row.order_id!) ?? 0) < 3)).toEqual([]);
  });
});
