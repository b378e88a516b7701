import type {Entity} from "./entity.ts";

/** What became of messages. */
export const messageEvents: Entity = {
  grain: "One row per message and event.",
  key: ["message_id", "event"],
  fields: {
    message_id: {type: "text", about: "the message", required: true},
    customer_id: {type: "text", about: "the recipient"},
    channel: {
      type: "text",
      about: "email, sms or push",
      check: {rule: "not one of email, sms, push", sql: "channel IN ('email', 'sms', 'push')"},
    },
    event: {
      type: "text",
      about: "sent, delivered, open, click, bounce, unsubscribe or complaint",
      required: true,
      check: {
        rule: "not one of sent, delivered, open, click, bounce, unsubscribe, complaint",
        sql: "event IN ('sent', 'delivered', 'open', 'click', 'bounce', 'unsubscribe', 'complaint')",
      },
    },
    occurred_at: {type: "timestamp", about: "time of the event", required: true},
  },
};
