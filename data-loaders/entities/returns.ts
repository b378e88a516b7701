import type {Entity} from "./entity.ts";

/** Goods that came back. */
export const returns: Entity = {
  grain: "One row per return of a line; a line can come back in parts.",
  fields: {
    order_id: {type: "text", about: "the order that the goods were bought in", required: true},
    line_no: {type: "integer", about: "the line"},
    returned_at: {type: "timestamp", about: "time of the return: it counts from this day", required: true},
    quantity: {type: "integer", about: "units that came back"},
    amount: {
      type: "money",
      about: "money given back, positive, in the reporting currency",
      required: true,
      check: {rule: "a refund cannot be negative", sql: "amount >= 0"},
    },
    reason: {type: "text", about: "why: faulty, late, size, changed mind"},
  },
};
