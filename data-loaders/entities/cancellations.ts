import type {Entity} from "./entity.ts";

/** Lines that were cancelled before delivery. */
export const cancellations: Entity = {
  grain: "One row per cancelled line, or per cancelled order where no line is named.",
  key: ["order_id", "line_no"],
  fields: {
    order_id: {type: "text", about: "the order", required: true},
    line_no: {type: "integer", about: "the line; empty: the whole order"},
    cancelled_at: {type: "timestamp", about: "time of the cancellation"},
    reason: {type: "text", about: "why"},
  },
};
