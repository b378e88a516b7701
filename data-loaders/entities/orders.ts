import type {Entity} from "./entity.ts";

/** The heads of the orders, for shops whose lines do not carry them. */
export const orders: Entity = {
  grain: "One row per order.",
  key: ["order_id"],
  fields: {
    order_id: {type: "text", about: "the shop's number of the order", required: true},
    customer_id: {type: "text", about: "the customer's number; empty for a guest"},
    ordered_at: {type: "timestamp", about: "time of the order in the shop's time zone", required: true},
    channel: {type: "text", about: "where the order was placed: web, mobile app, store, call centre"},
    city: {type: "text", about: "city of delivery"},
    payment_method: {type: "text", about: "how it was paid: card, transfer, cash on delivery …"},
    coupon_code: {type: "text", about: "coupon that was used; empty without one"},
    contact_email: {type: "text", about: "e-mail that a guest gave; private"},
    contact_phone: {type: "text", about: "phone that a guest gave; private"},
    card_token: {type: "text", about: "what the payment service calls the card, never its number; private"},
  },
};
