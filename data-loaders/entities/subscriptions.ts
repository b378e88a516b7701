import type {Entity} from "./entity.ts";

/** Services that customers pay for by the month. */
export const subscriptions: Entity = {
  grain: "One row per subscription.",
  key: ["subscription_id"],
  fields: {
    subscription_id: {type: "text", about: "number of the subscription", required: true},
    customer_id: {type: "text", about: "the customer", required: true},
    plan: {type: "text", about: "what was subscribed to"},
    started_on: {type: "date", about: "first day", required: true},
    ended_on: {type: "date", about: "last day; empty: still running"},
    monthly_fee: {type: "money", about: "in the reporting currency"},
    end_reason: {type: "text", about: "why it ended"},
  },
};
