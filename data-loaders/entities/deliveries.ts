import type {Entity} from "./entity.ts";

/** What left the warehouse, and when it arrived. */
export const deliveries: Entity = {
  grain: "One row per delivery.",
  key: ["order_id"],
  fields: {
    order_id: {type: "text", about: "the order", required: true},
    carrier: {type: "text", about: "who carried it"},
    region: {type: "text", about: "region of delivery"},
    city: {type: "text", about: "city of delivery"},
    shipped_on: {type: "date", about: "day it left"},
    promised_on: {type: "date", about: "day promised"},
    actual_on: {type: "date", about: "day it arrived; empty: not yet"},
  },
};
