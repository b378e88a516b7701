import type {Preset} from "./preset.ts";

const path = "orders_export*.csv";
const times = {timestampFormat: "%Y-%m-%d %H:%M:%S %z"};
const laterLine = {"a further line of an order": `"Total" IS NULL`};

export const shopify: Preset = {
  about:
    "Orders export of Shopify (help.shopify.com: Exporting orders): a row a line, the order's own columns in its first row alone. Customers are known by their e-mail. The export has no day of a refund, so refunds are left out; prices are in the order's currency.",
  sources: {
    order_lines: {
      kind: "csv",
      path,
      columns: {"Lineitem quantity": "integer", "Lineitem price": "decimal", "Lineitem discount": "decimal"},
      map: {
        order_id: "Name",
        product_id: `coalesce("Lineitem sku", "Lineitem name")`,
        quantity: "Lineitem quantity",
        amount: `"Lineitem quantity" * "Lineitem price"`,
        discount: "Lineitem discount",
      },
    },
    orders: {
      kind: "csv",
      path,
      ...times,
      columns: {"Created at": "timestamp"},
      map: {
        order_id: "Name",
        customer_id: "lower(Email)",
        ordered_at: "Created at",
        channel: "Source",
        city: "Shipping City",
        contact_email: "Email",
      },
      reject: laterLine,
    },
    cancellations: {
      kind: "csv",
      path,
      ...times,
      map: {order_id: "Name", cancelled_at: "Cancelled at"},
      // Over the text: a time that cannot be read is no order that was not cancelled.
      reject: {...laterLine, "not cancelled": `coalesce(trim("Cancelled at"), '') = ''`},
    },
  },
};
