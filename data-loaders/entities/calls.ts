import type {Entity} from "./entity.ts";

/** Calls to and from the call centre. */
export const calls: Entity = {
  grain: "One row per call.",
  key: ["call_id"],
  fields: {
    call_id: {type: "text", about: "number of the call", required: true},
    customer_id: {type: "text", about: "the customer"},
    order_id: {type: "text", about: "the order it was about"},
    direction: {
      type: "text",
      about: "inbound or outbound",
      check: {rule: "not one of inbound, outbound", sql: "direction IN ('inbound', 'outbound')"},
    },
    reason: {
      type: "text",
      about: "complaint, information or transaction",
      check: {
        rule: "not one of complaint, information, transaction",
        sql: "reason IN ('complaint', 'information', 'transaction')",
      },
    },
    opened_at: {type: "timestamp", about: "time it began", required: true},
    answered_at: {type: "timestamp", about: "time it was answered; empty: never"},
    closed_at: {type: "timestamp", about: "time it ended"},
  },
};
