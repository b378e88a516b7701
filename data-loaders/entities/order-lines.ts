import type {Entity} from "./entity.ts";

/**
 * The lines of the orders. A shop that has one flat file maps the order's own fields (customer, time, city, channel) here
 * too; where an `orders` source has the order, that one wins.
 */
export const orderLines: Entity = {
  grain: "One row per line of an order, as sold, returned or cancelled.",
  fields: {
    order_id: {type: "text", about: "the shop's number of the order", required: true},
    line_no: {type: "integer", about: "number of the line within the order"},
    product_id: {type: "text", about: "the product's code"},
    product_name: {
      type: "text",
      about: "the product's name, where no products source has it: the one on most of its lines",
    },
    quantity: {type: "integer", about: "units"},
    amount: {type: "money", about: "quantity × unit price, before discount, in the reporting currency", required: true},
    discount: {type: "money", about: "discount on the line, in the reporting currency"},
    is_cancelled: {type: "boolean", about: "cancelled before delivery: counts from the order's own date"},
    is_return: {type: "boolean", about: "the line gives money back: counts by its own date and is no sale"},
    is_fee: {type: "boolean", about: "no product (postage, bank charge): part of the revenue, never of a basket"},
    ordered_at: {type: "timestamp", about: "time of the order in the shop's time zone"},
    customer_id: {type: "text", about: "the customer's number; empty for a guest"},
    city: {type: "text", about: "city of delivery"},
    channel: {type: "text", about: "where the order was placed: web, mobile app, store, call centre"},
  },
};
