import type {Entity} from "./entity.ts";

/** What visitors did on site and in the app. */
export const webEvents: Entity = {
  grain: "One row per event.",
  key: ["event_id"],
  fields: {
    event_id: {type: "text", about: "number of the event", required: true},
    occurred_at: {type: "timestamp", about: "time of the event", required: true},
    event: {
      type: "text",
      about: "page_view, product_view, search, add_to_cart, favourite or purchase",
      required: true,
      check: {
        rule: "not one of page_view, product_view, search, add_to_cart, favourite, purchase",
        sql: "event IN ('page_view', 'product_view', 'search', 'add_to_cart', 'favourite', 'purchase')",
      },
    },
    session_id: {type: "text", about: "the visit"},
    anonymous_id: {type: "text", about: "the browser or device"},
    customer_id: {type: "text", about: "the customer, once known"},
    channel: {type: "text", about: "web or mobile_app"},
    device: {type: "text", about: "kind of device"},
    page: {type: "text", about: "the page"},
    product_id: {type: "text", about: "the product"},
    search_term: {type: "text", about: "what was searched for"},
    order_id: {type: "text", about: "the order, for a purchase"},
    campaign_id: {type: "text", about: "the campaign that led here"},
  },
};
