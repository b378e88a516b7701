import {stringify} from "../../helpers/csv-text.ts";

/** Somebody's data in every field that can hold it, as a shop's systems would deliver it. */
export const canaries = {
  customer: "MUS-77120",
  digits: "4471902",
  order: "SIP-2025-90417",
  card: "tok_9f3k2m71",
  social: "@nesrin.kanarya77",
  visitor: "v-3b9ac1f0",
  email: "nesrin.kanarya@posta.example",
  phone: "0532 417 60 93",
  guestPhone: "+49 30 901820",
  name: "Nesrin Işıltılıkanarya",
};

/** A shop of a few people with canaries among them, by file. */
export function canaryFiles(): Record<string, string> {
  const months = Array.from(
    {length: 14},
    (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  const buyers = [canaries.customer, canaries.digits, "b3", "b4"];
  const orders = months.flatMap((month, m) =>
    buyers.map((buyer, b) => [m === 3 && b === 0 ? canaries.order : `o${m}-${b}`, buyer, `${month}-1${b}`, "Bursa"]),
  );
  return {
    "customers.csv": stringify(
      ["customer_id", "registered_on", "email", "phone", "first_name", "last_name", "city"],
      [
        [canaries.customer, "2023-05-01", canaries.email, canaries.phone, "Nesrin", "Işıltılıkanarya", "Bursa"],
        [canaries.digits, "2023-05-02", "b@posta.example", "", "Kaya", "Ak", "Bursa"],
      ],
    ),
    "orders.csv": stringify(
      ["order_id", "customer_id", "ordered_at", "city", "contact_email", "contact_phone", "card_token"],
      [
        ...orders.map((order, i) => [...order, "", "", i ? "" : canaries.card]),
        ["g1", "", "2025-02-20", "Bursa", "misafir@posta.example", canaries.guestPhone, ""],
      ],
    ),
    "order-lines.csv": stringify(
      ["order_id", "amount", "product_id"],
      [...orders, ["g1"]].map(([order], i) => [order, 10 + (i % 7), "SKU-10001"]),
    ),
    "identifiers.csv": stringify(["customer_id", "kind", "value"], [[canaries.customer, "social", canaries.social]]),
    "visits.csv": stringify(
      ["event_id", "occurred_at", "event", "anonymous_id", "customer_id"],
      [["e1", "2025-01-05 10:00:00", "page_view", canaries.visitor, canaries.customer]],
    ),
    "products.csv": stringify(["product_id", "name"], [["SKU-10001", "Kaya Ak sofra bezi"]]),
  };
}

/** Entity → file. */
export const canarySources = {
  customers: "customers.csv",
  orders: "orders.csv",
  order_lines: "order-lines.csv",
  identifiers: "identifiers.csv",
  web_events: "visits.csv",
  products: "products.csv",
};
