import type {Entity} from "./entity.ts";

/** Who may be contacted how. */
export const consents: Entity = {
  grain: "One row per customer, channel and change.",
  key: ["customer_id", "channel", "status", "changed_on"],
  fields: {
    customer_id: {type: "text", about: "the customer", required: true},
    channel: {type: "text", about: "email, sms, call or push", required: true},
    status: {type: "text", about: "granted or withdrawn", required: true},
    source: {type: "text", about: "where it was given"},
    changed_on: {type: "date", about: "day of the change"},
  },
};
