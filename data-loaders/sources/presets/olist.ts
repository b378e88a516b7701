import type {Preset} from "./preset.ts";

const orders = "olist_orders_dataset.csv*";
const undelivered = {"not delivered": "order_status <> 'delivered'"};

export const olist: Preset = {
  about:
    "Brazilian E-Commerce Public Dataset by Olist (kaggle.com/olistbr/brazilian-ecommerce). Every order has a customer_id of its own: the person is customer_unique_id, an identifier that links them (let identity.maxAccountsPerIdentifier be larger than anybody's orders). Orders that were not delivered count as cancelled. Freight and payments are left out.",
  sources: {
    order_lines: {
      kind: "csv",
      path: "olist_order_items_dataset.csv*",
      map: {order_id: "order_id", line_no: "order_item_id", product_id: "product_id", quantity: "1", amount: "price"},
    },
    orders: {
      kind: "csv",
      path: orders,
      map: {order_id: "order_id", customer_id: "customer_id", ordered_at: "order_purchase_timestamp"},
    },
    cancellations: {
      kind: "csv",
      path: orders,
      map: {order_id: "order_id", reason: "order_status"},
      reject: {delivered: "order_status = 'delivered'"},
    },
    deliveries: {
      kind: "csv",
      path: orders,
      map: {
        order_id: "order_id",
        shipped_on: "order_delivered_carrier_date",
        promised_on: "order_estimated_delivery_date",
        actual_on: "order_delivered_customer_date",
      },
      reject: undelivered,
    },
    customers: {
      kind: "csv",
      path: "olist_customers_dataset.csv*",
      map: {customer_id: "customer_id", city: "customer_city"},
    },
    identifiers: {
      kind: "csv",
      path: "olist_customers_dataset.csv*",
      map: {customer_id: "customer_id", kind: "'social'", value: "customer_unique_id"},
    },
    products: {
      kind: "csv",
      path: "olist_products_dataset.csv*",
      map: {product_id: "product_id", category: "product_category_name"},
    },
    survey_answers: {
      kind: "csv",
      path: "olist_order_reviews_dataset.csv*",
      map: {
        // A review may be about several orders.
        answer_id: "review_id || ' ' || order_id",
        order_id: "order_id",
        survey: "'review'",
        question: "'score'",
        score: "review_score",
        answer: "concat_ws(': ', review_comment_title, review_comment_message)",
        answered_at: "review_answer_timestamp",
      },
    },
  },
};
