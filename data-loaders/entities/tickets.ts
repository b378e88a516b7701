import type {Entity} from "./entity.ts";

/** Written requests. */
export const tickets: Entity = {
  grain: "One row per ticket.",
  key: ["ticket_id"],
  fields: {
    ticket_id: {type: "text", about: "number of the ticket", required: true},
    customer_id: {type: "text", about: "the customer"},
    order_id: {type: "text", about: "the order it was about"},
    source: {type: "text", about: "site or email"},
    reason: {
      type: "text",
      about: "complaint, information or transaction",
      check: {
        rule: "not one of complaint, information, transaction",
        sql: "reason IN ('complaint', 'information', 'transaction')",
      },
    },
    opened_at: {type: "timestamp", about: "time it was opened", required: true},
    answered_at: {type: "timestamp", about: "time of the first answer"},
    closed_at: {type: "timestamp", about: "time it was closed"},
  },
};
