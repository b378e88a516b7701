import type {Entity} from "./entity.ts";

/** Messages sent to customers. */
export const messages: Entity = {
  grain: "One row per message and recipient.",
  key: ["message_id"],
  fields: {
    message_id: {type: "text", about: "number of the message", required: true},
    customer_id: {type: "text", about: "the recipient"},
    campaign_id: {type: "text", about: "the campaign"},
    channel: {
      type: "text",
      about: "email, sms or push",
      required: true,
      check: {rule: "not one of email, sms, push", sql: "channel IN ('email', 'sms', 'push')"},
    },
    message_type: {type: "text", about: "promotional, informational or emotional"},
    sent_at: {type: "timestamp", about: "time of sending", required: true},
  },
};
